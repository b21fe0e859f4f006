import { Analytics } from '@segment/analytics-node';

/** Tells Itinera what a customer did, through the real SDK, and writes the ledger entry that goes with it. */
export class Tracking {
  #analytics;
  #prompt;
  #ledger;

  constructor({ collectorUrl, writeKey }, ledger, onError) {
    this.#analytics = new Analytics({ writeKey, host: collectorUrl, flushAt: 20, flushInterval: 500 });
    this.#prompt = new Analytics({ writeKey, host: collectorUrl, flushAt: 2 });
    this.#ledger = ledger;
    for (const each of [this.#analytics, this.#prompt]) each.on('error', onError);
  }

  identify(customer, traits) {
    this.#ledger.write({ customer: customer.id, did: 'identified', email: customer.email, mayBeMailed: traits.consent?.email === true });
    this.#analytics.identify({ ...who(customer), userId: customer.id, traits });
  }

  looked(customer, product) {
    this.#ledger.write({ customer: customer.id, did: 'looked', product: product.id });
    this.#analytics.track({ ...who(customer), event: 'Product Viewed', properties: line(product) });
  }

  added(customer, product) {
    this.#ledger.write({ customer: customer.id, did: 'added', cart: customer.cart, product: product.id });
    this.#analytics.track({ ...who(customer), event: 'Product Added', properties: { cart_id: customer.cart, quantity: 1, ...line(product) } });
  }

  removed(customer, product) {
    this.#ledger.write({ customer: customer.id, did: 'removed', cart: customer.cart, product: product.id });
    this.#analytics.track({ ...who(customer), event: 'Product Removed', properties: { cart_id: customer.cart, ...line(product) } });
  }

  bought(customer, products) {
    const total = products.reduce((sum, product) => sum + product.price, 0);
    this.#ledger.write({ customer: customer.id, did: 'bought', cart: customer.cart, total });
    this.#analytics.track({
      ...who(customer),
      event: 'Order Completed',
      properties: { cart_id: customer.cart, order_id: `o-${customer.cart}`, total, currency: 'JPY', products: products.map(line) },
    });
  }

  /** Both calls in one request, at once: the time from here to the inbox is what a customer waits for. */
  signedUp(customer) {
    this.#prompt.identify({ userId: customer.id, traits: { email: customer.email, name: customer.name, consent: { email: true } } });
    this.#ledger.write({ customer: customer.id, did: 'signedUp', email: customer.email });
    this.#prompt.track({ userId: customer.id, event: 'Signed Up', properties: {} });
  }

  async close() {
    await Promise.all([this.#analytics.closeAndFlush({ timeout: 10_000 }), this.#prompt.closeAndFlush({ timeout: 10_000 })]);
  }
}

function who(customer) {
  return customer.known ? { userId: customer.id, anonymousId: customer.device } : { anonymousId: customer.device };
}

/** As a shop sends it: the name and the picture are the catalogue's business. */
function line(product) {
  return { product_id: product.id, price: product.price, currency: product.currency, category: product.category };
}
