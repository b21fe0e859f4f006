// Files on their way in, as far as a page can tell.
import { ago, uuid } from './random.mjs'
import { sources } from './collecting.mjs'
import { found, list } from './answers.mjs'

const errors = [
  {
    line: 7,
    column: 'ordered',
    reason: 'invalid_cell',
    detail: 'the column ordered holds no time of the form dd.MM.yyyy HH:mm',
  },
  { line: 12, reason: 'no_id', detail: 'an event must have a userId or an anonymousId' },
  { line: 1_204, reason: 'event_too_large', detail: 'the event has more than 32 KB' },
]
const base = {
  source: sources[2].id,
  format: 'csv',
  live: false,
  createdBy: 'hana@shop.example',
  bytes: 0,
  lines: 0,
  accepted: 0,
  rejected: 0,
  firstErrors: [],
}
export const imports = [
  {
    ...base,
    id: '0198f000-0000-7000-8000-00000000b001',
    name: 'orders-2026.csv',
    state: 'open',
    createdAt: ago(14),
    changedAt: ago(11),
    bytes: 482_344_960,
    lines: 3_918_220,
    accepted: 3_918_017,
    rejected: 203,
    firstErrors: errors,
  },
  {
    ...base,
    id: '0198f000-0000-7000-8000-00000000b002',
    name: 'events_20260301-000000000000.json',
    format: 'ndjson',
    preset: 'ga4-export',
    state: 'finished',
    createdAt: ago(60 * 30),
    changedAt: ago(60 * 29),
    bytes: 91_002_113,
    lines: 120_004,
    accepted: 131_020,
  },
  {
    ...base,
    id: '0198f000-0000-7000-8000-00000000b003',
    name: 'a table with a column that nobody can find again.csv',
    state: 'failed',
    live: true,
    createdAt: ago(60 * 50),
    lines: 0,
    rejected: 1,
    firstErrors: [
      { line: 1, column: 'customer', reason: 'unusable_file', detail: 'there is no column named customer' },
    ],
  },
]
const one = (id) => imports.find((each) => each.id === id)

export const importRoutes = [
  ['GET', '/imports', () => list(imports)],
  [
    'POST',
    '/imports',
    ({ body }) => {
      imports.unshift({ ...base, ...body, id: uuid(), state: 'open', createdAt: ago(0) })
      return imports[0]
    },
  ],
  [
    'POST',
    '/imports/dry-run',
    () => ({
      columns: ['customer', 'ordered', 'order', 'total'],
      lines: 40,
      events: [
        {
          line: 2,
          event: {
            type: 'track',
            name: 'Order Completed',
            userId: 'u-1',
            properties: { order: 'o-1', total: 2_980 },
          },
        },
      ],
      errors: errors.slice(0, 2),
    }),
  ],
  ['GET', '/imports/{id}', ({ at }) => found(one(at.id))],
  [
    'PATCH',
    '/imports/{id}',
    ({ at, size }) => {
      const known = one(at.id)
      known.bytes += size
      known.lines += Math.ceil(size / 120)
      known.accepted = known.lines
      return { ...known }
    },
  ],
  ['POST', '/imports/{id}/finish', ({ at }) => Object.assign(one(at.id), { state: 'finished' })],
]
