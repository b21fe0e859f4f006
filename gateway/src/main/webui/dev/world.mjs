// A shop's world for looking at pages without services.
import { ago, pick, uuid } from './random.mjs'
import { sources } from './collecting.mjs'
import { everything } from './conditions.mjs'
import { journeyIds as ids } from './journeys.mjs'

export * from './journeys.mjs'
export * from './collecting.mjs'
export * from './mail.mjs'
export * from './people.mjs'
export * from './random.mjs'

export const me = {
  person: { id: uuid(), name: 'Hana Sato', email: 'hana@shop.example' },
  mayCreateWorkspaces: true,
  workspaces: [
    {
      id: '0198f000-0000-7000-8000-000000000001',
      name: 'Kissaten Goods',
      zone: 'Asia/Tokyo',
      locale: 'en',
      role: 'owner',
    },
    {
      id: '0198f000-0000-7000-8000-000000000002',
      name: 'A second shop with a rather long name',
      zone: 'Europe/Berlin',
      locale: 'en',
      role: 'viewer',
    },
  ],
}
export const settings = { ...me.workspaces[0], sender: 'Kissaten <hello@kissaten.example>' }

export const segments = new Map(
  [
    {
      name: 'Regulars',
      state: 'live',
      version: 2,
      members: 1_873,
      words: 'did Order Completed at least 2 times within the last 90 days',
      condition: { performed: { event: 'Order Completed', times: { atLeast: 2 }, window: { last: 'P90D' } } },
    },
    {
      name: 'Lives in Taiwan and has never ordered',
      state: 'computing',
      version: 1,
      members: 204,
      partitionsReady: 5,
      partitions: 8,
      progress: { fraction: 0.62, partitions: [], estimatedEnd: ago(-3) },
      words: 'country is "TW", and never did Order Completed',
      condition: {
        all: [
          { trait: { name: 'country', test: { equals: 'TW' } } },
          { not: { performed: { event: 'Order Completed', times: { atLeast: 1 } } } },
        ],
      },
    },
    {
      name: 'Everything that can be asked',
      state: 'draft',
      words: 'a little of everything',
      condition: everything,
    },
    {
      name: 'Draft of something',
      state: 'draft',
      words: 'plan is one of "gold" or "silver"',
      condition: { trait: { name: 'plan', test: { in: ['gold', 'silver'] } } },
    },
  ]
    .map((each) => ({ id: uuid(), editedAt: ago(500), ...each }))
    .map((each) => [each.id, each]),
)
export const members = [
  { id: me.person.id, name: 'Hana Sato', email: 'hana@shop.example', role: 'owner' },
  { id: uuid(), name: 'Jonas Weber', email: 'jonas@shop.example', role: 'author' },
  { id: uuid(), email: 'new.colleague.with.a.long.address@subsidiary.shop.example', role: 'viewer' },
]
export const eventNames = [
  ['Product Viewed', 184_211],
  ['Product Added', 42_903],
  ['$page', 391_004],
  ['Order Completed', 18_120],
  ['Product Removed', 6_204],
  ['$identify', 22_840],
].map(([name, events]) => ({ name, events, people: Math.ceil(events / 7) }))

export const timeline = Array.from({ length: 34 }, (_, index) => {
  const [name, type, properties] = pick([
    ['Product Viewed', 'event', { product_id: 'sku-1', name: 'Blue mug', price: 18 }],
    [
      'Product Added',
      'event',
      { cart_id: 'cart-7', product_id: 'sku-2', name: 'Linen apron', price: 42, currency: 'USD' },
    ],
    ['$page', 'event', { title: 'Kissaten Goods', path: '/mugs' }],
    ['$message_sent', 'outcome', { subject: 'Your cart is waiting' }],
    ['$journey_entered', 'outcome', { event: 'Product Added' }],
    ['$journey_left', 'outcome', { way: 'exited', reason: 'exit:ordered' }],
    ['stage.changed', 'derived', { from: 'visitor', to: 'buyer' }],
  ])
  return {
    id: uuid(),
    at: ago(index * 71 + 3),
    name,
    type,
    source: type === 'event' ? sources[0].id : undefined,
    properties,
    historic: index === 30,
    cause: type === 'outcome' ? { journey: ids.cart, version: 2, node: 'message-1' } : undefined,
  }
})
export const whySteps = [
  { at: ago(4_500), kind: 'entered', reason: 'event' },
  { at: ago(4_500), kind: 'arrived', node: 'wait-1' },
  { at: ago(180), kind: 'passed', node: 'wait-1', reason: 'elapsed' },
  { at: ago(180), kind: 'requested', node: 'message-1' },
  { at: ago(179), kind: 'gate', gate: 'address', verdict: 'passed' },
  { at: ago(179), kind: 'gate', gate: 'consent', verdict: 'stopped', reason: 'no_consent' },
  { at: ago(179), kind: 'suppressed', reason: 'no_consent' },
  { at: ago(178), kind: 'ended', node: 'exit-1', reason: 'completed' },
]
export const recipes = [
  {
    key: 'cart-drop',
    title: 'Dropped cart',
    description: 'Reminds a customer of what they left in the cart, and leaves those alone who bought it.',
    parameters: [
      { name: 'name', label: 'Name of the journey', kind: 'text', default: 'Cart drop', required: true },
      {
        name: 'trigger',
        label: 'Event when something is put in the cart',
        kind: 'event',
        default: 'Product Added',
        required: true,
      },
      {
        name: 'removed',
        label: 'Event when something is taken out',
        kind: 'event',
        default: 'Product Removed',
        required: false,
      },
      {
        name: 'purchase',
        label: 'Event when they buy',
        kind: 'event',
        default: 'Order Completed',
        required: true,
      },
      {
        name: 'key',
        label: 'Property that names the cart',
        kind: 'text',
        default: 'cart_id',
        required: true,
      },
      { name: 'wait', label: 'How long to wait', kind: 'duration', default: 'P3D', required: true },
      { name: 'template', label: 'Mail', kind: 'template', required: true },
    ],
  },
]
