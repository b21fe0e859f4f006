import { setTimeout as pause } from 'node:timers/promises';
import { cohort, passerBy } from './cohort.mjs';
import { visit } from './customer.mjs';
import { Ledger } from './ledger.mjs';
import { Mailbox } from './mailbox.mjs';
import { generator } from './random.mjs';
import { serve } from './server.mjs';
import { settings } from './settings.mjs';
import { Tracking } from './tracking.mjs';

const SIGN_UP_EVERY_MS = 200;

const options = settings();
const ledger = new Ledger(options.ledgerFile);
const tracking = new Tracking(options, ledger, (error) => console.error(`An event was not delivered: ${error.reason ?? error.code ?? error}`));
const shop = { tracking, ledger, mailbox: new Mailbox(options.inboxUrl), waitMs: options.waitMs };
const stopped = new AbortController();

const server = await serve(options);
console.log(`The shop is open at http://localhost:${options.port}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);

try {
  await letTheCohortIn();
  await signUps();
  ledger.write({ customer: 'shop', did: 'closedTheCohort' });
  await trickle();
} catch (error) {
  if (error.name !== 'AbortError') throw error;
}

/** They come in over a while and take their own time; ends when the last of them has gone. */
async function letTheCohortIn() {
  const customers = cohort(options.seed);
  const visits = [];
  for (const plan of customers) {
    visits.push(visit(plan, shop));
    await pause(options.arrivalMs / customers.length, undefined, stopped);
  }
  await Promise.race([Promise.all(visits), pause(2 ** 31 - 1, undefined, stopped)]);
}

async function signUps() {
  for (let i = 1; i <= options.signUps; i++) {
    const id = `s${options.seed}-${i}`;
    tracking.signedUp({ id, email: `${id}@customers.example`, name: `Guest ${i}` });
    await pause(SIGN_UP_EVERY_MS, undefined, stopped);
  }
}

async function trickle() {
  const random = generator(options.seed + 1);
  for (let number = 1; ; number++) {
    visit(passerBy(random, number), shop).catch((error) => console.error(`A visit ended early: ${error.message}`));
    await pause(options.trickleMs * random.between(0.5, 1.5), undefined, stopped);
  }
}

async function close() {
  stopped.abort();
  server.close();
  await tracking.close();
  ledger.close();
  process.exit(0);
}
