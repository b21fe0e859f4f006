// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { PropertySchema } from '@/api/trackingPlan'
import { useFlawWords } from '@/places/sources/plan/flawWords'
import {
  closed,
  derived,
  parsed,
  required,
  rowsOf,
  subjectOf,
  withoutProperty,
  withProperty,
  withType,
} from '@/places/sources/plan/schema'
import { spoken } from './spoken'

describe('a schema', () => {
  const order: PropertySchema = {
    type: 'object',
    properties: {
      order_id: { type: 'string', description: 'As on the receipt' },
      total: { type: 'number', minimum: 0 },
      when: { type: ['string', 'null'] },
    },
    required: ['order_id'],
  }

  it('is shown property by property, with what a row cannot show', () => {
    expect(rowsOf(order)).toEqual([
      { name: 'order_id', type: 'string', required: true, description: 'As on the receipt', more: [] },
      { name: 'total', type: 'number', required: false, description: '', more: ['minimum'] },
      { name: 'when', type: undefined, required: false, description: '', more: ['type'] },
    ])
  })

  it('that is nonsense shows nothing and breaks nothing', () => {
    expect([rowsOf({ properties: 7 as never }), rowsOf({ required: 'x' as never })]).toEqual([[], []])
  })

  it('forgets a requirement together with its property', () => {
    const left = withoutProperty(order, 'order_id')
    expect([Object.keys(left.properties ?? {}), 'required' in left]).toEqual([['total', 'when'], false])
  })

  it('drops the rules of another type and keeps what it means', () => {
    expect(withType(order, 'total', 'string').properties?.total).toEqual({ type: 'string' })
    expect(withType(order, 'order_id', undefined).properties?.order_id).toEqual({
      description: 'As on the receipt',
    })
  })

  it('takes a property once, also one that every object seems to have', () => {
    expect(withProperty(order, 'total')).toBe(order)
    expect(withProperty({}, 'constructor')).toEqual({
      type: 'object',
      properties: { constructor: { type: 'string' } },
    })
  })

  it('says what must be there and whether others may', () => {
    expect(required(order, 'total', 'required').required).toEqual(['order_id', 'total'])
    expect(closed(order, 'refused').additionalProperties).toBe(false)
    expect(closed(closed(order, 'refused'), 'taken')).toEqual(order)
  })

  it('derived from what was seen lets what was seen through, and requires nothing', () => {
    const seen = [
      { id: 'a', total: 18, items: [{ sku: 'x' }], gift: null },
      { id: 7, total: 1.5, address: { city: 'Taipei' } },
    ]
    expect(derived(seen)).toEqual({
      type: 'object',
      properties: {
        id: { type: ['number', 'string'] },
        total: { type: 'number' },
        items: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
        gift: {},
        address: { type: 'object', properties: { city: { type: 'string' } } },
      },
    })
  })

  it('speaks of properties, of a person’s traits, or of nothing', () => {
    const sample = { properties: { a: 1 }, traits: { b: 2 } }
    expect([
      subjectOf('Order Completed', sample),
      subjectOf('$identify', sample),
      subjectOf('Order Completed', '{"not":"read"}'),
      subjectOf('Order Completed', { params: {} }),
    ]).toEqual([{ a: 1 }, { b: 2 }, undefined, undefined])
  })

  it('typed wrongly says where it stops being JSON', () => {
    expect(parsed('{\n  "a": 1,\n  oops\n}')).toMatchObject({ line: 3, object: true })
    expect([parsed('[]'), parsed(' '), parsed('{"type":"object"}')]).toEqual([
      { object: false },
      { schema: {} },
      { schema: { type: 'object' } },
    ])
  })

  it('that was refused says place and reason in words', () => {
    const words = spoken(() => useFlawWords())
    expect(
      words({
        path: '/schema/properties/id/pattern',
        message: 'is no regular expression of RE2: missing closing )',
      }),
    ).toBe(
      'At properties → id → pattern: This is no regular expression that RE2 understands: missing closing )',
    )
    expect(words({ path: '/schema', message: 'something new' })).toBe('something new')
  })
})
