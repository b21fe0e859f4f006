import { describe, expect, it } from 'vitest'
import { linesIn } from '@/places/customers/tagLines'
import { blank, changeScale, kindOf, rebased, ruleKinds } from '@/places/segments/traits/rules'

describe('a rule of a derived trait', () => {
  it.each(ruleKinds)('begins as %s with the fields of that kind', (kind) => {
    expect(kindOf(blank(kind))).toBe(kind)
  })
})

describe('points for a number', () => {
  it('by bands begin where the line had its ends, whichever was better', () => {
    expect([
      changeScale({ linear: { worst: 0, best: 10 } }, 'bands'),
      changeScale({ linear: { worst: 30, best: 0 } }, 'bands'),
    ]).toEqual([
      {
        bands: [
          { atLeast: 0, points: 0 },
          { atLeast: 10, points: 100 },
        ],
      },
      {
        bands: [
          { atLeast: 0, points: 100 },
          { atLeast: 30, points: 0 },
        ],
      },
    ])
  })

  it('along a line reach from the first band to the last', () => {
    const bands = [1, 5, 9].map((atLeast) => ({ atLeast, points: atLeast * 10 }))
    expect(changeScale({ bands }, 'linear')).toEqual({ linear: { worst: 1, best: 9 } })
  })

  it('stay as they are where nothing is changed', () => {
    const line = { linear: { worst: 1, best: 2 } }
    expect(changeScale(line, 'linear')).toBe(line)
  })
})

it('what is wrong with a stage’s condition stands in that condition', () => {
  const at = (path: string) => ({ path, message: 'wrong' })
  const flaws = ['/rule/stages/stages/1/when/performed', '/rule/stages/stages/10/when', '/name'].map(at)
  expect(rebased(flaws, '/rule/stages/stages/1/when', '/condition')).toEqual([at('/condition/performed')])
})

it('a list has each line once, and no empty ones', () => {
  expect(linesIn('a@x.example,Anna\r\n\n b \nb\n')).toEqual(['a@x.example,Anna', 'b'])
})
