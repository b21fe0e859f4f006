// Traits that the shop derives.
import { ago } from './random.mjs'
import { found, list } from './answers.mjs'

const year = { last: 'P365D' }
const offers = [
  {
    name: 'rfm',
    rule: {
      rfm: {
        event: 'Order Completed',
        property: 'total',
        window: year,
        recency: [30, 90, 180, 270],
        frequency: [2, 3, 5, 10],
        monetary: [50, 200, 500, 1_000],
      },
    },
  },
  {
    name: 'lifecycle_stage',
    rule: {
      stages: {
        stages: [
          { name: 'visitor', when: { all: [] } },
          { name: 'customer', when: { performed: { event: 'Order Completed' } } },
          { name: 'regular', when: { performed: { event: 'Order Completed', times: { atLeast: 3 } } } },
        ],
      },
    },
  },
  {
    name: 'health_score',
    rule: {
      score: {
        factors: [
          {
            name: 'usage',
            weight: 2,
            of: { daysSince: '$page' },
            scale: { linear: { worst: 30, best: 0 } },
          },
          {
            name: 'satisfaction',
            weight: 1,
            of: { trait: 'nps' },
            scale: {
              bands: [
                { atLeast: 0, points: 20 },
                { atLeast: 9, points: 100 },
              ],
            },
            halfLife: 'P180D',
          },
        ],
        levels: {
          trait: 'risk_level',
          levels: [
            { name: 'critical', from: 0 },
            { name: 'high', from: 25 },
            { name: 'low', from: 70 },
          ],
          hysteresis: 3,
        },
        step: 5,
      },
    },
  },
  {
    name: 'service_reminder',
    rule: {
      reminders: {
        tells: 'service.reminder',
        of: {
          slot: {
            event: 'service.scheduled',
            id: 'service_id',
            at: 'slot_at',
            endedBy: ['service.completed', 'service.cancelled'],
          },
        },
        before: ['P1D', 'PT2H', 'PT0S'],
      },
    },
  },
]
export const attributes = new Map(
  [
    {
      name: 'orders_90_days',
      version: 1,
      state: 'live',
      rule: {
        computed: { of: 'sum', event: 'Order Completed', property: 'total', window: { last: 'P90D' } },
      },
    },
    { ...offers[1], version: 2, state: 'computing', partitionsReady: 3, partitions: 8 },
    { ...offers[2], version: 0, state: 'draft' },
  ]
    .map((each, index) => ({
      id: `0198f000-0000-7000-8000-0000000000c${index}`,
      editedAt: ago(900),
      ...each,
    }))
    .map((each) => [each.id, each]),
)

export const attributeRoutes = [
  ['GET', '/attributes', () => list(attributes.values())],
  ['GET', '/attributes/ready-made', () => ({ items: offers })],
  ['GET', '/attributes/{id}', ({ at }) => found(attributes.get(at.id))],
  ['PUT', '/attributes/{id}', ({ at, body }) => Object.assign(attributes.get(at.id), body)],
]
