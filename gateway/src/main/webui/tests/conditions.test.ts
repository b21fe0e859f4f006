import { describe, expect, it } from 'vitest'
import type { Condition } from '@/api/condition'
import {
  blank,
  changeKind,
  changeTest,
  complete,
  isKept,
  kindsIn,
  literal,
  typed,
  type Scope,
} from '@/conditions/tree'

const trait: Condition = { trait: { name: 'country', test: { equals: 'TW' } } }

describe('changing a condition’s kind', () => {
  it('keeps it as the part of a group', () => {
    expect(changeKind(trait, 'any', 'customer')).toEqual({ any: [trait] })
  })

  it('keeps a group’s parts in another group', () => {
    expect(changeKind({ all: [trait, trait] }, 'any', 'customer')).toEqual({ any: [trait, trait] })
  })

  it('negates a group of several as a whole', () => {
    expect(changeKind({ all: [trait, trait] }, 'not', 'customer')).toEqual({ not: { all: [trait, trait] } })
  })

  it('turns a negation of one into a group of it', () => {
    expect(changeKind({ not: trait }, 'all', 'customer')).toEqual({ all: [trait] })
  })
})

describe('a condition that the page has no fields for', () => {
  const half: Condition = { bucket: { salt: 'spring', from: 0, below: 5000 } }

  it('is kept, and complete', () => {
    expect([isKept(half), isKept(trait), complete(half)]).toEqual([true, false, true])
  })

  it('lies in a group like any other', () => {
    expect(changeKind(half, 'all', 'customer')).toEqual({ all: [half] })
  })
})

describe('changing a test', () => {
  it('keeps the value', () => {
    expect(changeTest({ equals: 3 }, 'atLeast')).toEqual({ atLeast: 3 })
  })

  it('makes a list of it and takes the first back', () => {
    const list = changeTest({ equals: 'a' }, 'in')
    expect([list, changeTest(list, 'contains')]).toEqual([{ in: ['a'] }, { contains: 'a' }])
  })

  it('reads a pattern as it was typed', () => {
    expect(changeTest({ equals: 12 }, 'matches')).toEqual({ matches: '' })
    expect(changeTest({ equals: '^a' }, 'matches')).toEqual({ matches: '^a' })
  })

  it('gives up a value that the page has no field for', () => {
    expect(changeTest({ before: { ago: 'P1D' } }, 'equals')).toEqual({ equals: '' })
  })

  it('asks for existence without a value', () => {
    expect(changeTest({ equals: { trigger: 'cart_id' } }, 'exists')).toEqual({ exists: true })
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

  it.each(['12', '"12"', 'true', '"true"', 'TW', '-3.5'])('%s is shown as it was typed', (text) => {
    expect(typed(literal(text))).toBe(text)
  })
})

describe('a blank condition', () => {
  const scopes = Object.keys(kindsIn) as Scope[]
  it.each(scopes.flatMap((scope) => kindsIn[scope].map((kind) => [scope, kind] as const)))(
    'in %s of kind %s waits to be filled in',
    (scope, kind) => {
      expect(complete(blank(kind, scope))).toBe(false)
    },
  )

  it('is complete when every field is', () => {
    expect(
      complete({
        all: [
          trait,
          {
            not: {
              performed: {
                event: 'Order Completed',
                where: { property: { name: 'total', test: { exists: false } } },
              },
            },
          },
        ],
      }),
    ).toBe(true)
  })
})
