import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * What the shop itself knows to have happened, one JSON object a line, appended at once. It is what the
 * demo's figures are computed from; nothing that Itinera says enters it.
 */
export class Ledger {
  #file;

  constructor(path) {
    this.#file = openSync(path, 'a');
  }

  /** @param {{customer: string, did: string}} entry with whatever belongs to it; the time is added */
  write(entry) {
    writeSync(this.#file, JSON.stringify({ at: Date.now(), ...entry }) + '\n');
  }

  close() {
    closeSync(this.#file);
  }
}
