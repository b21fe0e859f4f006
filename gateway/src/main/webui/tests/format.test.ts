import { describe, expect, it } from 'vitest'
import { csv } from '@/format/csv'
import { durationText, isoOf, parts, secondsOf, spanText } from '@/format/duration'
import { money, percent } from '@/format/number'
import { ago, dateOnly } from '@/format/time'

describe('durations', () => {
  it.each([
    ['P3D', 3, 'days'],
    ['PT72H', 3, 'days'],
    ['PT30S', 30, 'seconds'],
    ['PT90M', 90, 'minutes'],
    ['P1W', 7, 'days'],
    ['PT36H', 36, 'hours'],
  ])('%s is %d %s', (iso, amount, unit) => {
    expect(parts(iso)).toEqual({ amount, unit })
  })

  it.each(['P', 'PT', '3 days', 'P1M', ''])('%j is none', (iso) => {
    expect(secondsOf(iso)).toBeUndefined()
  })

  it('come back as they were written', () => {
    expect(
      ['P3D', 'PT30S', 'PT90M', 'PT36H'].map((iso) => isoOf(parts(iso)!.amount, parts(iso)!.unit)),
    ).toEqual(['P3D', 'PT30S', 'PT90M', 'PT36H'])
  })

  it('are said in the reader’s language', () => {
    expect([durationText('PT72H', 'en'), durationText('PT72H', 'ja')]).toEqual(['3 days', '3 日'])
  })

  it.each([
    [450, '0.45 sec'],
    [94 * 60_000, '1 hr 34 min'],
    [26 * 3_600_000, '1 day 2 hr'],
    [15 * 86_400_000, '15 days'],
  ])('of %d ms are rounded to %s', (ms, text) => {
    expect(spanText(ms, 'en')).toBe(text)
  })
})

describe('numbers', () => {
  it('of a small share keep a decimal', () => {
    expect([percent(0.0123, 'en'), percent(0.31, 'en'), percent(0, 'en')]).toEqual(['1.2%', '31%', '0%'])
  })

  it('of a currency that does not exist keep its name', () => {
    expect([money(18, 'USD', 'en'), money(18, 'points', 'en'), money(18, undefined, 'en')]).toEqual([
      '$18.00',
      '18 points',
      '18',
    ])
  })
})

describe('times', () => {
  const now = Date.parse('2026-03-10T12:00:00Z')
  it.each([
    ['2026-03-10T11:59:40Z', 'now'],
    ['2026-03-10T11:57:00Z', '3m ago'],
    ['2026-03-08T12:00:00Z', '2d ago'],
    ['2026-03-12T12:30:00Z', 'in 2d'],
    ['2025-12-01T12:00:00Z', 'Dec 1, 2025'],
  ])('%s is %s', (at, text) => {
    expect(ago(at, now, 'en')).toBe(text)
  })

  it('on the reader’s calendar have the reader’s date', () => {
    expect(dateOnly(new Date(2026, 2, 1, 0, 5))).toBe('2026-03-01')
  })
})

describe('csv', () => {
  it('quotes what must be quoted and disarms formulas', () => {
    expect(
      csv([
        ['a,b', 'say "hi"', undefined],
        ['=1+1', 2, -3],
      ]),
    ).toBe('"a,b","say ""hi""",\r\n\'=1+1,2,-3\r\n')
  })
})
