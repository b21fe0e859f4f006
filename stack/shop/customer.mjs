import { randomUUID } from 'node:crypto';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** One customer's visit, from the first look to the purchase, if there is one. */
export async function visit(plan, { tracking, mailbox, waitMs, ledger }) {
  const customer = { ...plan, device: randomUUID(), cart: `cart-${plan.id}`, known: !plan.stranger };
  if (customer.known) introduce(customer, tracking);
  for (const product of plan.looksAt) {
    tracking.looked(customer, product);
    await pause(plan.pauseMs());
  }
  const cart = await fill(customer, plan, tracking);
  if (!customer.known && plan.role !== 'browses') {
    customer.known = true;
    introduce(customer, tracking);
  }
  await decide(customer, plan, cart, { tracking, mailbox, waitMs, ledger });
}

function introduce(customer, tracking) {
  const consent = customer.role === 'saysNo' ? { email: false } : { email: true };
  tracking.identify(customer, { email: customer.email, name: customer.name, country: customer.country, consent });
}

async function fill(customer, plan, tracking) {
  const cart = [];
  for (const product of plan.puts) {
    tracking.added(customer, product);
    cart.push(product);
    await pause(plan.pauseMs());
  }
  if (plan.takesOneBack && cart.length > 1) {
    tracking.removed(customer, cart.shift());
    await pause(plan.pauseMs());
  }
  return cart;
}

async function decide(customer, plan, cart, { tracking, mailbox, waitMs, ledger }) {
  switch (plan.role) {
    case 'buysAtOnce':
      return tracking.bought(customer, cart);
    case 'buysWhileWaiting':
      await pause(waitMs * plan.buysAfter);
      return tracking.bought(customer, cart);
    case 'empties':
      for (const product of cart) tracking.removed(customer, product);
      return undefined;
    case 'buysAfterMail':
      return buyAfterMail(customer, cart, { tracking, mailbox, waitMs, ledger });
    default:
      return undefined;
  }
}

async function buyAfterMail(customer, cart, { tracking, mailbox, waitMs, ledger }) {
  const mail = await mailbox.firstMail(customer.email, waitMs + 120_000);
  if (!mail) return;
  const followed = await mailbox.follow(mail);
  ledger.write({ customer: customer.id, did: 'readMail', followed });
  tracking.bought(customer, cart);
}
