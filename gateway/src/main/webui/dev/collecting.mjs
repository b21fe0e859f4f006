// What comes in at the mock's shop: sources, events as they arrive, the plan, quarantine.
import { ago, pick, random, uuid } from './random.mjs'
import { customers } from './people.mjs'

const DAY_MIN = 24 * 60
const rules = { address: 'none', userAgent: 'full', plan: 'allow', traitsFromContext: false }

export const sources = [
  {
    id: '0198f000-0000-7000-8000-00000000a001',
    name: 'Web shop',
    enabled: true,
    keyHint: 'ab12…',
    rotating: true,
    historicAfter: 'PT72H',
    rules: { ...rules, origins: ['https://shop.example'], eventsPerSecond: 500, plan: 'warn' },
    createdAt: ago(DAY_MIN * 30),
    lag: { p50Ms: 420, p99Ms: 93_184, events: 182_110, watermark: ago(3), at: ago(1) },
  },
  {
    id: '0198f000-0000-7000-8000-00000000a002',
    name: 'Till in the Shibuya store',
    enabled: false,
    keyHint: 'f0c9…',
    historicAfter: 'PT72H',
    rules,
    createdAt: ago(DAY_MIN * 3),
  },
  {
    id: '0198f000-0000-7000-8000-00000000a003',
    name: 'Orders from the warehouse, delivered nightly by the old system',
    enabled: true,
    keyHint: '77e1…',
    historicAfter: 'P7D',
    rules: { ...rules, plan: 'quarantine' },
    createdAt: ago(DAY_MIN * 200),
    lag: {
      p50Ms: 26_400_000,
      p99Ms: 88_000_000,
      events: 4_120,
      completeUpTo: ago(600),
      watermark: ago(600),
      at: ago(1),
    },
  },
  {
    id: '0198f000-0000-7000-8000-00000000a004',
    name: 'Payments',
    enabled: true,
    keyHint: '3d0b…',
    historicAfter: 'PT72H',
    rules,
    webhook: { preset: 'stripe', secretSet: true, mapping: '' },
    createdAt: ago(DAY_MIN * 12),
    lag: { events: 0, at: ago(5) },
  },
]

const clients = {
  [sources[0].id]: { name: 'analytics.js', version: 'npm:next-1.81.0' },
  [sources[2].id]: { name: '@segment/analytics-node', version: '2.3.0' },
}

export function arrival() {
  const who = pick(customers)
  const from = random() < 0.8 ? sources[0] : sources[2]
  const luck = random()
  const rejected = luck < 0.12
  const unplanned = luck > 0.9
  const name =
    rejected && luck < 0.06 ? undefined : pick(['Product Viewed', 'Product Added', 'Order Completed'])
  const reason = name ? 'plan_violation' : 'no_event_name'
  return {
    at: new Date().toISOString(),
    sourceId: from.id,
    source: from.name,
    verdict: rejected ? 'rejected' : 'accepted',
    ...(rejected
      ? { reason, detail: name ? '/price is missing, and 1 more places' : 'event: a track call needs a name' }
      : {}),
    ...(unplanned
      ? {
          warnings: [
            { path: '/price', message: 'does not keep to type "number"' },
            { path: '/coupon', message: 'is not in the plan' },
          ],
        }
      : {}),
    type: 'track',
    name,
    messageId: uuid(),
    userId: who.userId,
    anonymousId: who.userId ? undefined : uuid(),
    event: {
      type: 'track',
      event: name,
      userId: who.userId,
      properties: { cart_id: 'cart-7', product_id: 'sku-2', price: unplanned ? '42' : 42 },
      context: { library: clients[from.id] },
    },
  }
}
export const arrivals = Array.from({ length: 40 }, (_, index) => ({ ...arrival(), at: ago(index / 6) }))

const sampleOf = (name, properties) => ({
  type: 'track',
  event: name,
  userId: 'user-7',
  timestamp: ago(12),
  properties,
  context: { library: clients[sources[0].id] },
})
const seen = (accepted, warned, rejected, sample) => ({
  firstSeen: ago(DAY_MIN * 90),
  lastSeen: ago(2),
  volume: accepted + rejected,
  accepted,
  warned,
  rejected,
  sample,
})
const cart = { cart_id: 'cart-7', product_id: 'sku-2', name: 'Blue mug', price: 18, currency: 'JPY' }
const order = { order_id: 'o-991', total: 60, products: [{ product_id: 'sku-2', quantity: 2 }], gift: false }

export const plan = new Map(
  [
    { name: '', planned: false, ...seen(0, 0, 88) },
    { name: '$identify', planned: false, ...seen(22_840, 0, 3) },
    {
      name: 'Order Completed',
      planned: true,
      description: 'The customer has paid. Sent by the server, once for each order.',
      by: 'hana@shop.example',
      updatedAt: ago(DAY_MIN * 2),
      schema: {
        type: 'object',
        properties: {
          order_id: { type: 'string', description: 'As on the receipt' },
          total: { type: 'number', minimum: 0 },
          currency: { type: 'string', enum: ['JPY', 'TWD', 'USD'] },
          products: { type: 'array', items: { type: 'object' } },
        },
        required: ['order_id', 'total'],
        additionalProperties: false,
      },
      ...seen(18_120, 204, 41, sampleOf('Order Completed', order)),
    },
    {
      name: 'Product Added',
      planned: true,
      description: 'Something was put into the cart.',
      updatedAt: ago(DAY_MIN * 40),
      schema: { type: 'object', properties: { cart_id: { type: 'string' } }, required: ['cart_id'] },
      ...seen(42_903, 0, 0, sampleOf('Product Added', cart)),
    },
    {
      name: 'Refund Requested From The Account Page Of The Loyalty Programme',
      planned: true,
      description: 'Planned, but nobody sends it yet.',
      schema: {},
      volume: 0,
      accepted: 0,
      warned: 0,
      rejected: 0,
    },
    { name: 'product viewed', planned: false, ...seen(12, 0, 0, sampleOf('product viewed', cart)) },
    { name: 'Product Viewed', planned: false, ...seen(184_211, 0, 0, sampleOf('Product Viewed', cart)) },
  ].map((each) => [each.name, each]),
)

export const planDetail = (one) =>
  one && {
    ...one,
    sources: one.volume
      ? [
          { source: sources[0].id, ...one, accepted: one.accepted - 200, rejected: 0, sample: one.sample },
          { source: sources[2].id, ...one, accepted: 200 },
        ]
      : [],
  }

const REASONS = [
  ['plan_violation', 'Order Completed', '/total is missing'],
  ['no_event_name', undefined, 'event: a track call needs a name'],
  ['invalid_timestamp', 'Product Added', 'timestamp cannot be read'],
  ['plan_violation', 'Product Added', '/price does not keep to type "number"'],
  ['event_too_large', 'Product Viewed', 'the event has more than 32 KB'],
]
export const shelf = Array.from({ length: 14 }, (_, index) => {
  const [reason, name, detail] = REASONS[index % REASONS.length]
  const large = reason === 'event_too_large'
  return {
    id: `${index % 8}-${4_000 - index}`,
    at: ago(index * 47 + 2),
    service: 'collector',
    source: sources[index % 3 ? 0 : 2].id,
    reason,
    detail,
    name,
    messageId: uuid(),
    replayable: !large,
    replayed: index === 3,
    event: large ? undefined : sampleOf(name, { cart_id: 'cart-7' }),
  }
})
export const replays = [
  {
    id: uuid(),
    reason: 'plan_violation',
    to: ago(60 * 30),
    state: 'done',
    examined: 1_204,
    replayed: 1_180,
    refused: 20,
    skipped: 4,
    createdAt: ago(60 * 30),
    by: 'hana@shop.example',
    endedAt: ago(60 * 30 - 1),
  },
]

export const presets = [
  {
    preset: 'stripe',
    name: 'Stripe',
    signature: 'Stripe-Signature',
    secret: 'shared',
    mapping: `type = "invoice.paid" ? {\n  "type": "track",\n  "event": "Invoice Paid",\n  "userId": data.object.customer,\n  "messageId": id,\n  "properties": { "total": data.object.amount_paid / 100 }\n}`,
    examples: [
      {
        name: 'invoice.paid',
        headers: { 'content-type': 'application/json' },
        body: '{"id":"evt_1","type":"invoice.paid","data":{"object":{"customer":"cus_9","amount_paid":2980}}}',
      },
    ],
  },
  { preset: 'hmac', name: 'HMAC', secret: 'shared', mapping: '$', examples: [] },
  { preset: 'none', name: 'None', secret: 'none', mapping: '$', examples: [] },
]
