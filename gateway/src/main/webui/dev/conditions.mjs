// One of each thing that a condition can ask, for looking at its fields.
import { journeyIds } from './journeys.mjs'

const dear = { property: { name: 'price', test: { moreThan: 100 } } }

export const everything = {
  all: [
    { trait: { name: 'country', test: { in: ['JP', 'TW'] } } },
    { not: { trait: { name: 'birthday', test: { anniversary: { within: 'P7D' } } } } },
    {
      trait: { name: 'address', test: { near: { latitude: 35.681, longitude: 139.767, kilometres: 25 } } },
    },
    {
      any: [
        {
          performed: {
            event: 'Product Added',
            times: { atLeast: 2, atMost: 5 },
            window: { last: 'P7D' },
            where: { all: [dear, { property: { name: 'currency', test: { equals: 'JPY' } } }] },
          },
        },
        {
          aggregate: {
            of: 'sum',
            event: 'Order Completed',
            property: 'total',
            window: { last: 'P90D' },
            test: { atLeast: 10_000 },
          },
        },
        { occurrence: { which: 'first', event: 'Order Completed', test: { after: { ago: 'P30D' } } } },
      ],
    },
    {
      sequence: {
        steps: [{ event: 'Product Viewed', where: dear }, { event: 'Order Completed' }],
        within: 'P1D',
      },
    },
    {
      unfollowed: {
        did: { event: 'Product Added' },
        by: { event: 'Order Completed' },
        after: 'PT3H',
        window: { last: 'P7D' },
      },
    },
    { message: { outcome: 'clicked', journey: journeyIds.cart, window: { last: 'P30D' } } },
    { not: { segment: '0198f000-0000-7000-8000-0000000000aa' } },
    { journey: { id: journeyIds.welcome, state: 'finished' } },
    { account: { name: 'plan', test: { equals: 'gold' } } },
    { bucket: { salt: 'spring', from: 0, below: 5_000 } },
  ],
}
