import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '@/i18n/en'
import { filterOf, only, reasonCodes } from '@/places/sources/quarantine/shelf'

describe('quarantine', () => {
  it('is asked for whole days of the reader, and never for half a date', () => {
    const { from, to } = filterOf({ from: '2026-03-01', to: '2026-03-01' })
    expect(Date.parse(to!) - Date.parse(from!)).toBe(86_400_000)
    expect(filterOf({ from: 'yesterday', to: '' }).from).toBeUndefined()
  })

  it('has words for every reason of the collector', () => {
    const home = '../../../../services/collector/src/main/java/io/itinera/collector/domain'
    const codes = [...readFileSync(join(home, 'Reason.java'), 'utf8').matchAll(/\("(\w+)"\)/g)].map(
      ([, code]) => code!,
    )
    expect(codes.length).toBeGreaterThan(20)
    expect([...reasonCodes].sort()).toEqual([...codes].sort())
    expect(codes.filter((code) => !(code in en.reasons))).toEqual([])
  })

  it('finds one again by its moment, source, reason and name', () => {
    expect(only({ source: 's', reason: 'no_id', at: '2026-03-01T00:00:00.999Z' })).toEqual({
      source: 's',
      reason: 'no_id',
      name: undefined,
      from: '2026-03-01T00:00:00.999Z',
      to: '2026-03-01T00:00:01.000Z',
    })
  })
})
