import { once } from 'node:events';
import { Ledger } from './ledger.mjs';
import { MOST_ATTEMPTS, SDKS } from './sdks.mjs';

/**
 * Sends at an even rate until its standard input ends, then waits until everything was taken or given up.
 * Arguments: SDK, collector, workspace, write key, ledger file, run, events a second.
 */
const [kind, host, workspace, writeKey, file, run, perSecond] = process.argv.slice(2);
const TICK_MS = 50;
const CUSTOMERS = 50;
const PATIENCE_MS = 180_000;

const ledger = new Ledger(file, MOST_ATTEMPTS);
const sdk = SDKS[kind]({ host, writeKey });
let number = 0;
let open = 0;

function message() {
  number += 1;
  const id = `${run}-${kind}-${number}`;
  const properties = { what: ['rain coat', 'レインコート', '"🧥"'][number % 3], n: number, z: id, canary: workspace };
  return { messageId: id, userId: `${run}-${kind}-${number % CUSTOMERS}`, event: `Seen ${number % 7}`, properties };
}

function send(count) {
  const messages = Array.from({ length: count }, message);
  ledger.sending(messages, workspace);
  for (const each of messages) {
    open += 1;
    sdk.track(each, (failure) => {
      open -= 1;
      ledger.said(each, failure ? 'UNKNOWN' : 'ACKED');
    });
  }
}

const timer = setInterval(() => send(Math.max(1, Math.round((perSecond * TICK_MS) / 1000))), TICK_MS);
process.stdin.resume();
await once(process.stdin, 'end');
clearInterval(timer);

const until = Date.now() + PATIENCE_MS;
await Promise.race([sdk.close(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
while (open > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
ledger.close();
process.exit(open === 0 ? 0 : 1);
