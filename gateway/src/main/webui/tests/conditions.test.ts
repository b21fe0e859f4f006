import { describe, expect, it } from 'vitest'
import type { Rule } from '@/api/attributes'
import type { Condition, Test } from '@/api/condition'
import type { SegmentState } from '@/api/segments'
import { depthOf, ownFlaws } from '@/conditions/builder'
import { changeTest, filled, literal, testsFor, typed } from '@/conditions/tests'
import {
  blank,
  changeKind,
  complete,
  first,
  leavesIn,
  negate,
  ungrouped,
  type Scope,
} from '@/conditions/tree'
import { moved } from '@/parts/lists'
import { propertiesOf, traitsOf } from '@/stores/known'

const trait: Condition = { trait: { name: 'country', test: { equals: 'TW' } } }

describe('changing a condition’s kind', () => {
  it('keeps it as the part of a group', () => {
    expect(changeKind(trait, 'any')).toEqual({ any: [trait] })
  })

  it('keeps a group’s parts in another group', () => {
    expect(changeKind({ all: [trait, trait] }, 'any')).toEqual({ any: [trait, trait] })
  })

  it('begins another question with empty fields', () => {
    expect(changeKind(trait, 'segment')).toEqual({ segment: '' })
  })
})

describe('the opposite', () => {
  it('of a condition’s opposite is the condition', () => {
    expect(negate(negate(trait))).toEqual(trait)
  })
})

describe('the parts of a group', () => {
  const parts: Condition[] = [trait, { segment: 'a' }, { any: [{ segment: 'b' }, { segment: 'c' }] }]

  it('move up and down, and not beyond the ends', () => {
    expect([
      moved([1, 2, 3], 0, 1),
      moved([1, 2, 3], 2, -1),
      moved([1, 2], 0, -1),
      moved([1, 2], 1, 1),
    ]).toEqual([
      [2, 1, 3],
      [1, 3, 2],
      [1, 2],
      [1, 2],
    ])
  })

  it('of a group within take its place', () => {
    expect(ungrouped(parts, 2)).toEqual([trait, { segment: 'a' }, { segment: 'b' }, { segment: 'c' }])
  })
})

describe('changing a test', () => {
  it.each<[Test, Parameters<typeof changeTest>[1], Test]>([
    [{ equals: 3 }, 'atLeast', { atLeast: 3 }],
    [{ equals: 'a' }, 'in', { in: ['a'] }],
    [{ in: ['a', 'b'] }, 'contains', { contains: 'a' }],
    [{ equals: 12 }, 'matches', { matches: '' }],
    [{ equals: '^a' }, 'matches', { matches: '^a' }],
    [{ matches: '^a' }, 'startsWith', { startsWith: '^a' }],
    [{ before: { ago: 'P1D' } }, 'after', { after: { ago: 'P1D' } }],
    [{ before: { ago: 'P1D' } }, 'equals', { equals: '' }],
    [{ equals: 'a' }, 'before', { before: { ago: 'P30D' } }],
    [{ near: { latitude: 1, longitude: 2, kilometres: 3 } }, 'in', { in: [] }],
    [{ equals: { trigger: 'cart_id' } }, 'exists', { exists: true }],
    [{ equals: 'a' }, 'anniversary', { anniversary: { within: 'P7D' } }],
  ])('%j to %s is %j', (test, kind, changed) => {
    expect(changeTest(test, kind)).toEqual(changed)
  })

  it.each<Test>([
    { equals: '' },
    { in: [] },
    { matches: '' },
    { before: '' },
    { after: { trigger: '' } },
    { atLeast: { trigger: '' } },
  ])('is asked for more while it is %j', (test) => {
    expect(filled(test)).toBe(false)
  })
})

describe('the tests on offer', () => {
  it('are those that make sense for a known type', () => {
    expect(testsFor('anything', 'boolean', 'equals')).toEqual(['equals', 'exists'])
  })

  it('hold the one that is there', () => {
    expect(testsFor('anything', 'boolean', 'near')).toEqual(['equals', 'near', 'exists'])
  })

  it('never move where each event is asked once', () => {
    expect(testsFor('event', undefined, 'equals')).not.toContain('anniversary')
  })

  it('of a number are a number’s, and of a time a time’s', () => {
    expect([testsFor('number', undefined, 'equals'), testsFor('time', undefined, 'after')]).toEqual([
      ['equals', 'in', 'lessThan', 'atMost', 'atLeast', 'moreThan', 'exists'],
      ['before', 'after', 'anniversary', 'exists'],
    ])
  })
})

describe('a typed value', () => {
  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['true', true],
    ['TW', 'TW'],
    ['"12"', '12'],
    ['007', '007'],
    ['1e5', '1e5'],
    ['', ''],
  ])('%s is read as %j', (text, value) => {
    expect(literal(text)).toBe(value)
  })

  it.each([12, -3.5, true, 'TW', '12', 'false', '007', ''])(
    '%j is typed so that it is read again',
    (value) => {
      expect(literal(typed(value))).toBe(value)
    },
  )
})

describe('what is wrong', () => {
  const at = (path: string) => ({ path, message: path })
  const flaws = [at('/condition'), at('/condition/all/1/performed/event'), at('/condition/all/10/segment')]

  it('stands at its own part, and not at those around it', () => {
    expect([
      ownFlaws(flaws, '/condition', ['/condition/all/0', '/condition/all/1', '/condition/all/10']),
      ownFlaws(flaws, '/condition/all/1', []),
      ownFlaws(flaws, '/condition/all/10', ['/condition/all/10/segment/where']),
    ]).toEqual([[flaws[0]], [flaws[1]], [flaws[2]]])
  })
})

it('a place tells how deep it lies', () => {
  expect([
    depthOf('/condition'),
    depthOf('/condition/all/0'),
    depthOf('/condition/all/0/not/any/3/performed/where'),
  ]).toEqual([0, 1, 4])
})

describe('a condition', () => {
  it.each(Object.entries(leavesIn).flatMap(([scope, kinds]) => kinds.map((kind) => [scope as Scope, kind])))(
    'for %s begins with empty fields as %s, and is complete only where it has none',
    (_, kind) => {
      expect(complete(blank(kind as never))).toBe(kind === 'message')
    },
  )

  it('is complete with all its parts', () => {
    const step = { event: 'a', where: { property: { name: 'price', test: { moreThan: 1 } } } }
    const whole: Condition[] = [
      trait,
      { performed: { ...step, times: { atLeast: 0, atMost: 2 } } },
      { aggregate: { ...step, of: 'sum', property: 'price', test: { atLeast: 1 } } },
      { occurrence: { ...step, which: 'first', test: { before: '2026-01-01' } } },
      { sequence: { steps: [step, step], within: 'P1D' } },
      { unfollowed: { did: step, by: { event: 'b' } } },
      { message: { outcome: 'opened' } },
      { segment: 'a' },
      { journey: { id: 'j', state: 'finished' } },
      { bucket: { salt: 'spring', from: 0, below: 5_000 } },
    ]
    expect(whole.filter((each) => !complete({ any: [{ not: each }] }))).toEqual([])
  })

  it('is not complete with an empty part, an empty group or a filter without a name', () => {
    expect([
      complete({ all: [trait, first('customer')] }),
      complete({ any: [] }),
      complete({ performed: { event: 'a', where: blank('property') } }),
      complete({ sequence: { steps: [{ event: 'a' }, { event: '' }], within: 'P1D' } }),
    ]).toEqual([false, false, false, false])
  })
})

describe('the properties on offer', () => {
  it('are the plan’s and those that were seen, the plan’s types first', () => {
    const seen = { volume: 1, accepted: 1, warned: 0, rejected: 0, firstSeen: '', lastSeen: '' }
    expect(
      propertiesOf({
        ...seen,
        name: 'Order Completed',
        planned: true,
        schema: { properties: { total: { type: 'integer' }, coupon: {} } },
        sample: { properties: { total: 1.5, coupon: 'x', items: [1], gift: null } },
        sources: [{ ...seen, source: 's', sample: { properties: { gift: true } } }],
      }),
    ).toEqual([
      { name: 'coupon', type: 'string' },
      { name: 'gift', type: 'boolean' },
      { name: 'items', type: 'array' },
      { name: 'total', type: 'integer' },
    ])
  })

  it('hold the traits that are made, once they are published, and the tags', () => {
    const made = (name: string, rule: Rule, state: SegmentState = 'live') => ({ id: name, name, rule, state })
    const count: Rule = { computed: { of: 'count', event: 'a' } }
    const score = { factors: [], levels: { trait: 'risk', levels: [] } }
    expect(
      traitsOf([made('orders', count), made('draft', count, 'draft'), made('health', { score })]),
    ).toEqual([
      { name: 'orders', type: 'number' },
      { name: 'health', type: 'number' },
      { name: 'risk', type: 'string' },
      { name: 'tags', type: 'array' },
    ])
  })

  it('of an identification are its traits', () => {
    const seen = { volume: 1, accepted: 1, warned: 0, rejected: 0, planned: false, sources: [] }
    expect(propertiesOf({ ...seen, name: '$identify', sample: { traits: { plan: 'gold' } } })).toEqual([
      { name: 'plan', type: 'string' },
    ])
  })
})
