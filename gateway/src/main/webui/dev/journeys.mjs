// Three journeys: one that runs, one that is closed, and a draft with flaws.
import { ago, uuid } from './random.mjs'

const ids = { cart: uuid(), welcome: uuid(), win: uuid(), mail: uuid(), hello: uuid() }
export const journeyIds = ids

const ordered = {
  performed: {
    event: 'Order Completed',
    window: { since: 'trigger' },
    where: { property: { name: 'cart_id', test: { equals: { trigger: 'cart_id' } } } },
  },
}
export const cartPlan = {
  name: 'Cart drop: remind after 3 days',
  entry: { event: 'Product Added', key: 'cart_id', reentry: 'always' },
  collections: { cart: { addedBy: 'Product Added', removedBy: 'Product Removed', item: 'product_id' } },
  excludes: [{ name: 'ordered', when: ordered }],
  start: 'wait-1',
  nodes: {
    'wait-1': { kind: 'wait', duration: 'PT72H', from: 'latest', next: 'branch-1' },
    'branch-1': {
      kind: 'branch',
      cases: [
        {
          label: 'Regular',
          when: { performed: { event: 'Order Completed', times: { atLeast: 2 }, window: { last: 'P90D' } } },
          next: 'message-1',
        },
        {
          label: 'Lives in Taiwan',
          when: { trait: { name: 'country', test: { equals: 'TW' } } },
          next: 'message-2',
        },
      ],
      otherwise: 'message-1',
    },
    'message-1': {
      kind: 'message',
      name: 'What you left',
      channel: 'email',
      template: ids.mail,
      next: 'exit-1',
    },
    'message-2': { kind: 'message', channel: 'email', template: ids.mail, next: 'exit-1' },
    'exit-1': { kind: 'exit', outcome: 'completed' },
  },
}
export const cartWords = {
  trigger: 'Starts when a customer does Product Added; one run for each cart_id',
  'wait-1': 'Waits until 3 days have passed without another Product Added',
  'branch-1':
    'Regular when Order Completed was done at least 2 times within 90 days; Lives in Taiwan when country is "TW"',
  'message-1': 'Sends the mail “Your cart is waiting”',
  'message-2': 'Sends the mail “Your cart is waiting”',
  'exit-1': 'Ends as completed',
}
const draftPlan = {
  name: 'Win back after 60 days',
  nodes: {
    'wait-1': { kind: 'wait', duration: 'P60D', from: 'latest' },
    'exit-1': { kind: 'exit', outcome: 'gone' },
  },
  start: 'wait-1',
}

export const journeys = new Map([
  [
    ids.cart,
    {
      id: ids.cart,
      state: 'live',
      version: 2,
      revision: 14,
      draft: cartPlan,
      editedAt: ago(47),
      published: [
        { version: 1, publishedAt: ago(60 * 24 * 9), by: 'Hana Sato' },
        { version: 2, publishedAt: ago(60 * 22), by: 'Hana Sato' },
      ],
      flaws: [],
      words: cartWords,
      unpublishedChanges: true,
    },
  ],
  [
    ids.welcome,
    {
      id: ids.welcome,
      state: 'closed',
      version: 4,
      revision: 9,
      draft: { ...cartPlan, name: 'Welcome to the club of people who order coffee beans every month' },
      editedAt: ago(60 * 80),
      published: [{ version: 4, publishedAt: ago(60 * 80), by: 'Jonas Weber' }],
      flaws: [],
      words: cartWords,
      unpublishedChanges: false,
    },
  ],
  [
    ids.win,
    {
      id: ids.win,
      state: 'draft',
      revision: 3,
      draft: draftPlan,
      editedAt: ago(5),
      published: [],
      flaws: [
        { node: 'trigger', path: '/entry', code: 'entry_missing', message: 'say which event starts this' },
        {
          node: 'wait-1',
          path: '/nodes/wait-1/next',
          code: 'edge_missing',
          message: 'this way out leads nowhere',
        },
        { node: 'exit-1', path: '/nodes/exit-1', code: 'unreachable', message: 'nothing leads here' },
      ],
      words: {},
      unpublishedChanges: true,
    },
  ],
])

export const counts = {
  entered: 12_431,
  refused: { 'excluded:ordered': 212, alreadyEntered: 37, keyMissing: 4 },
  nodes: {
    'wait-1': { waiting: 1_204, passed: 7_391, left: 3_836 },
    'branch-1': { waiting: 0, passed: 7_391, left: 0 },
    'message-1': {
      waiting: 0,
      passed: 6_105,
      left: 118,
      messages: {
        requested: 6_105,
        sent: 5_711,
        suppressed: 268,
        calledBack: 118,
        failed: 8,
        clicked: 1_482,
      },
    },
    'message-2': {
      waiting: 0,
      passed: 1_168,
      left: 0,
      messages: { requested: 1_168, sent: 1_160, suppressed: 8, calledBack: 0, failed: 0, clicked: 301 },
    },
    'exit-1': { waiting: 0, passed: 0, left: 7_273 },
  },
  edges: [
    { node: 'wait-1', edge: 'next', next: 'branch-1', count: 7_391 },
    { node: 'branch-1', edge: 'Regular', next: 'message-1', count: 2_410 },
    { node: 'branch-1', edge: 'Lives in Taiwan', next: 'message-2', count: 1_168 },
    { node: 'branch-1', edge: 'otherwise', next: 'message-1', count: 3_813 },
    { node: 'message-1', edge: 'next', next: 'exit-1', count: 6_105 },
    { node: 'message-2', edge: 'next', next: 'exit-1', count: 1_168 },
  ],
  versions: { 1: { entered: 8_011, inside: 50 }, 2: { entered: 4_420, inside: 1_154 } },
}
