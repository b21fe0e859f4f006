import * as world from './collecting.mjs'
import { found, list } from './answers.mjs'
import { ago, uuid } from './random.mjs'

const KEY = 'c0ffee5eed5eed5eed5eed5eed5eed01'
const source = (id) => world.sources.find((each) => each.id === id)
const same = (query, each, ...keys) => keys.every((key) => !query.get(key) || each[key] === query.get(key))

/** Each look at a replay that runs finds it further on. */
function ahead(replay) {
  if (replay.state === 'running') {
    replay.examined += 5
    replay.replayed += 4
    replay.refused += 1
    if (replay.examined >= 10) Object.assign(replay, { state: 'done', endedAt: ago(0) })
  }
  return replay
}

/** [method, path pattern, answer]; what is in braces comes as `at`. */
export const collectingRoutes = [
  ['GET', '/sources', () => list(world.sources)],
  [
    'POST',
    '/sources',
    ({ body }) => {
      const made = { ...world.sources[1], id: uuid(), name: body.name, enabled: true, keyHint: 'c0ff…' }
      world.sources.push(made)
      return { ...made, writeKey: KEY }
    },
  ],
  [
    'PUT',
    '/sources/{id}',
    ({ at, body }) => {
      const { webhook, ...rest } = body
      const one = Object.assign(source(at.id), rest)
      if (webhook) one.webhook = { mapping: '', ...webhook, secret: undefined, secretSet: true }
      return one
    },
  ],
  [
    'POST',
    '/sources/{id}/rotate',
    ({ at }) => Object.assign(source(at.id), { rotating: true, writeKey: KEY }),
  ],
  ['DELETE', '/sources/{id}/keys/old', ({ at }) => Object.assign(source(at.id), { rotating: false })],
  ['DELETE', '/sources/{id}/webhook', ({ at }) => Object.assign(source(at.id), { webhook: undefined })],
  [
    'GET',
    '/events',
    ({ query }) =>
      list(
        world.arrivals.filter(
          (each) =>
            same(query, each, 'name') &&
            (!query.get('source') || each.sourceId === query.get('source')) &&
            (!query.get('verdict') ||
              (query.get('verdict') === 'warned' ? !!each.warnings : each.verdict === query.get('verdict'))),
        ),
      ),
  ],
  [
    'GET',
    '/plan/events',
    ({ query }) =>
      list(
        [...world.plan.values()].filter(
          (each) =>
            (!query.get('planned') || String(each.planned) === query.get('planned')) &&
            each.name.toLowerCase().includes((query.get('query') ?? '').toLowerCase()),
        ),
      ),
  ],
  [
    'GET',
    '/plan/events/{name}',
    ({ at }) => found(world.planDetail(world.plan.get(decodeURIComponent(at.name)))),
  ],
  [
    'PUT',
    '/plan/events/{name}',
    ({ at, body }) => {
      if (JSON.stringify(body.schema).includes('"pattern":"("'))
        return {
          status: 422,
          problem: {
            title: 'The schema cannot be used',
            flaws: [
              {
                path: '/schema/properties/order_id/pattern',
                message: 'is no regular expression of RE2: missing closing )',
              },
            ],
          },
        }
      const name = decodeURIComponent(at.name)
      const none = { name, volume: 0, accepted: 0, warned: 0, rejected: 0 }
      world.plan.set(name, { ...none, ...world.plan.get(name), ...body, planned: true, updatedAt: ago(0) })
      return world.planDetail(world.plan.get(name))
    },
  ],
  [
    'DELETE',
    '/plan/events/{name}',
    ({ at }) =>
      void Object.assign(world.plan.get(decodeURIComponent(at.name)), { planned: false, schema: undefined }),
  ],
  [
    'GET',
    '/quarantine',
    ({ query }) => ({
      items: world.shelf.filter((each) => same(query, each, 'source', 'reason', 'name')),
      next: query.get('after') ? undefined : 'more',
    }),
  ],
  ['GET', '/quarantine/replays', () => list(world.replays)],
  [
    'POST',
    '/quarantine/replays',
    ({ body }) => {
      const none = { state: 'running', examined: 0, replayed: 0, refused: 0, skipped: 0 }
      world.replays.unshift({ id: uuid(), ...body, ...none, createdAt: ago(0), by: 'hana@shop.example' })
      return world.replays[0]
    },
  ],
  ['GET', '/quarantine/replays/{id}', ({ at }) => ahead(world.replays.find(({ id }) => id === at.id))],
  ['GET', '/webhooks/presets', () => list(world.presets)],
  [
    'POST',
    '/webhooks/dry-run',
    ({ body }) =>
      body.body.includes('broken')
        ? {
            outcome: 'failed',
            events: [],
            refused: [],
            error: { detail: 'Unknown operator: @', line: 3, column: 14 },
          }
        : {
            outcome: 'events',
            events: [
              {
                id: 'evt_1',
                type: 'track',
                name: 'Invoice Paid',
                userId: 'cus_9',
                properties: { total: 29.8 },
              },
            ],
            refused: [],
          },
  ],
]
