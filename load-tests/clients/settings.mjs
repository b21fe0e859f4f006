const PATIENCE_MS = 20_000

function given(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

/** Where the collector is, each client's write key, and the browser. */
export const settings = {
  get collector() {
    return given('ITINERA_COLLECTOR')
  },
  get writeKeys() {
    return JSON.parse(given('ITINERA_WRITE_KEYS'))
  },
  chromium: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
}

/** What every client tells, as far as it has words for it. */
export const told = {
  user: 'u-1',
  former: 'u-0',
  traits: { email: 'ada@shop.example', plan: 'gold' },
  event: 'Product Added',
  properties: { cart_id: 'c-1', product_id: 'p-1', price: 12.5, name: 'Tee 半袖' },
  category: 'Shop',
  page: 'Home',
  group: 'g-1',
  company: { name: 'Acme' },
}

/** Waits for a fact, or says why it waited in vain. */
export async function until(fact, sayWhyNot) {
  const end = Date.now() + PATIENCE_MS
  while (!fact()) {
    if (Date.now() > end) throw new Error(sayWhyNot())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
