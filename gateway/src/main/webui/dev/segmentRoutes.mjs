import * as world from './world.mjs'
import { found, list } from './answers.mjs'

const about = (n, exact) => ({
  estimate: n,
  low: exact ? n : Math.floor(n * 0.94),
  high: exact ? n : Math.ceil(n * 1.07),
})

/** The longer the condition, the fewer it fits; beyond some length from a sample. */
function preview({ condition }) {
  const length = JSON.stringify(condition).length
  const exact = length < 400
  const n = Math.round(180_000 / length)
  const others = [...world.segments.values()].filter(({ version }) => version)
  return {
    size: about(n, exact),
    asked: exact ? 12_431 : 20_000,
    fraction: exact ? 1 : 0.31,
    exact,
    samples: world.customers.slice(0, 20),
    overlaps: others.map(({ id, name }, index) => ({
      segment: id,
      name,
      both: about(Math.round(n / (index + 2)), exact),
    })),
    reachable: { email: about(Math.round(n * 0.71), exact), line: about(Math.round(n * 0.2), exact) },
  }
}

function explained(condition) {
  const [[kind, value]] = Object.entries(condition)
  const parts = { all: value, any: value, not: [value] }[kind]
  const words = JSON.stringify(value).replace(/[{}"]/g, ' ')
  if (parts) {
    const each = parts.map(explained)
    const holds = { all: each.every((p) => p.holds), any: each.some((p) => p.holds), not: !each[0].holds }[
      kind
    ]
    return { kind, words, holds, parts: each }
  }
  const leaf = { kind, words, holds: kind !== 'performed', turns: ['on 3 March 2028, 09:50 UTC'] }
  if (kind === 'trait') return { ...leaf, value: 'TW', turns: ['country is another'] }
  if (kind !== 'performed') return leaf
  const events = world.timeline
    .slice(0, 2)
    .map(({ id, at, name, properties }) => ({ id, at, name, properties }))
  return { ...leaf, events, found: 2, turns: ['one more “Order Completed”'], changesAt: world.ago(-4_000) }
}

const explanation = (customer, condition, rest) => ({
  customer,
  at: world.ago(0),
  tree: explained(condition),
  ...rest,
})

export const segmentRoutes = [
  ['GET', '/segments', () => list(world.segments.values())],
  ['GET', '/segments/{id}', ({ at }) => found(world.segments.get(at.id))],
  ['PUT', '/segments/{id}', ({ at, body }) => Object.assign(world.segments.get(at.id), body)],
  ['POST', '/segments/preview', ({ body }) => preview(body)],
  [
    'GET',
    '/segments/{id}/explain',
    ({ at, query }) =>
      explanation(query.get('customer'), world.segments.get(at.id).condition, {
        segment: at.id,
        member: true,
        since: world.ago(9_000),
        cause: 'event',
      }),
  ],
  ['POST', '/conditions/explain', ({ body }) => explanation(body.customer, body.condition)],
  [
    'GET',
    '/segments/{id}/members',
    () =>
      list(
        world.customers.slice(0, 9).map(({ id, name, email, userId }, index) => ({
          customer: id,
          name,
          email,
          userId,
          since: world.ago(index * 900),
          cause: ['event', 'time', 'backfill', 'edit'][index % 4],
        })),
      ),
  ],
  [
    'POST',
    '/conditions/describe',
    ({ body }) => ({
      words: `Everyone for whom ${JSON.stringify(body.condition).replace(/[{}"]/g, ' ').slice(0, 160)}`,
    }),
  ],
]
