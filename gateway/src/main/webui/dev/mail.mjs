// What the shop writes, what was sent of it, and what it sells.
import { ago, uuid } from './random.mjs'
import { journeyIds as ids } from './journeys.mjs'
import { customers } from './people.mjs'

const html = `<body style="font-family:sans-serif;margin:0;padding:32px;background:#f6f3ee;color:#2b2621"><div style="max-width:480px;margin:auto;background:#fff;padding:32px;border-radius:8px"><h1 style="font-size:22px">{{ customer.name | default: "Hello" }}, you left something</h1><p>It is still in your cart:</p>{% for item in cart %}<p><b>{{ item.name }}</b> · {{ item.price }}</p>{% endfor %}<a href="https://shop.example/cart">Back to your cart</a></div></body>`
export const templates = new Map([
  [
    ids.mail,
    {
      id: ids.mail,
      name: 'Your cart is waiting',
      channel: 'email',
      subject: '{{ customer.name | default: "Hello" }}, your cart is waiting',
      html,
      text: 'Hello,\n\n{% for item in cart %}- {{ item.name }}\n{% endfor %}',
      revision: 5,
      version: 3,
      editedAt: ago(300),
      publishedAt: ago(290),
    },
  ],
  [
    ids.hello,
    {
      id: ids.hello,
      name: 'Welcome',
      channel: 'email',
      subject: 'Welcome to Kissaten',
      html: '<p>Hello</p>',
      text: 'Hello',
      revision: 1,
      editedAt: ago(9000),
    },
  ],
])
export const starters = [
  {
    key: 'cart-drop',
    title: 'What you left in your cart',
    description: 'Names and pictures of what is in the cart',
  },
]

const fates = [
  ['sent'],
  ['sent'],
  ['sent'],
  ['suppressed', 'no_consent'],
  ['calledBack', 'excluded:ordered'],
  ['waiting'],
  ['failed', '550 5.1.1 no such user'],
  ['suppressed', 'opted_out'],
]
export const deliveries = Array.from({ length: 40 }, (_, index) => {
  const [state, reason] = fates[index % fates.length]
  const who = customers[index % customers.length]
  return {
    key: uuid(),
    customer: who.id,
    journey: ids.cart,
    version: 2,
    node: 'message-1',
    channel: 'email',
    template: ids.mail,
    to: who.email,
    subject: `${who.name ?? 'Hello'}, your cart is waiting`,
    state,
    reason,
    requestedAt: ago(index * 13 + 2),
    sentAt: state === 'sent' ? ago(index * 13 + 1) : undefined,
    attempts: state === 'sent' || state === 'failed' ? 1 : 0,
    clicks: state === 'sent' ? index % 3 : 0,
  }
})
export const catalogue = [
  'Blue mug',
  'Linen apron',
  'House blend, 250 g',
  'Pour-over kettle',
  '手沖濾杯',
  '喫茶店の灰皿',
].map((name, index) => ({
  id: `sku-${index + 1}`,
  name,
  url: `https://shop.example/${index}`,
  price: 12 + index * 9,
  currency: index > 3 ? 'JPY' : 'USD',
  image_url: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="hsl(${index * 60},45%,60%)"/></svg>`)}`,
}))
