import { createHash } from 'node:crypto'
import { fsyncSync, openSync, writeSync } from 'node:fs'

/**
 * The same file as the ledger client's, see load-tests' package `ledger`: a line `sent` is on the disk before the event
 * leaves, a line `said` follows when it is known how it ended. What an SDK repeats on its own is not told.
 */
export class Ledger {
  #file

  constructor(path, mostAttempts) {
    this.#file = openSync(path, 'wx')
    writeSync(this.#file, `ledger\tlast attempt of\t${mostAttempts}\n`)
  }

  /**
   * Writes down events before they leave, each with its customer: `user|` or `anonymous|` and the id. These SDKs send
   * several requests at a time, so nothing is promised of their order: all have the number 0.
   */
  sending(events, workspace) {
    const lines = events.map((event) =>
      ['sent', event.messageId, workspace, event.customer, 0, hash(event), Date.now()].join('\t'))
    writeSync(this.#file, lines.join('\n') + '\n')
    fsyncSync(this.#file)
  }

  said(messageId, outcome) {
    writeSync(this.#file, `said\t${messageId}\t${outcome}\n`)
  }

  close() {
    fsyncSync(this.#file)
  }
}

/** As class Payloads has it, for a track with flat properties and no traits. */
function hash({ event, properties }) {
  const sorted = Object.fromEntries(Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1)))
  const payload = ['track', event, JSON.stringify(sorted), '{}'].join('\n')
  return createHash('sha256').update(payload).digest('hex').slice(0, 32)
}
