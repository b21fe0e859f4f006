// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { placeWords, useBreachWords, useDetailWords } from '@/places/sources/breaches'
import { clientOf } from '@/places/sources/clients'
import { fateOf, planName } from '@/places/sources/arriving/arrivals'
import { spoken } from './spoken'

describe('an arrival', () => {
  it('is accepted, accepted with warnings, or rejected', () => {
    const warnings = [{ path: '/price', message: 'is missing' }]
    expect([
      fateOf({ at: '', verdict: 'accepted' }),
      fateOf({ at: '', verdict: 'accepted', warnings }),
      fateOf({ at: '', verdict: 'rejected' }),
    ]).toEqual(['accepted', 'warned', 'rejected'])
  })

  it('is known to the plan by its event, or by its type', () => {
    expect([
      planName({ type: 'track', name: 'Order Completed' }),
      planName({ type: 'page', name: 'Home' }),
      planName({ type: 'track' }),
      planName({}),
    ]).toEqual(['Order Completed', '$page', undefined, undefined])
  })

  it.each([
    [
      { context: { library: { name: 'analytics.js', version: 'npm:next-1.81.0' } } },
      'analytics.js npm:next-1.81.0',
    ],
    [{ specversion: '1.0', type: 'Product Added' }, 'CloudEvents'],
    [{ event: 'x', properties: { $lib: 'posthog-node', $lib_version: '5.1' } }, 'posthog-node 5.1'],
    [{ name: 'add_to_cart', params: {} }, 'Google Analytics 4'],
    [{ event: 'x' }, undefined],
    ['no object', undefined],
  ])('%j was sent by %s', (event, client) => {
    expect(clientOf(event)).toBe(client)
  })
})

describe('what is wrong with an event', () => {
  const words = spoken(() => useBreachWords())
  it.each([
    ['/price', 'is missing', '“price” is missing.'],
    ['/a~1b/c~0d', 'is not in the plan', '“a/b → c~d” is not in the plan.'],
    ['', 'is not in the plan', 'The plan does not know this event.'],
    ['/price', 'does not keep to type "number"', '“price” must be of the type number.'],
    ['/currency', 'does not keep to enum ["JPY","TWD"]', '“currency” must be one of: JPY, TWD.'],
    ['', 'does not keep to minProperties 1', '“the event” does not keep to minProperties 1.'],
  ])('at %j: %s', (path, message, sentence) => {
    expect(words({ path, message })).toBe(sentence)
  })

  it('is said of a refused one too, and other details stand as they were written', () => {
    const details = spoken(() => useDetailWords())
    expect([
      details('plan_violation', '/price is missing, and 2 more places'),
      details('plan_violation', 'the event is not in the plan'),
      details('no_id', 'an event must have a userId or an anonymousId'),
    ]).toEqual([
      '“price” is missing. 2 more places are wrong.',
      'The plan does not know this event.',
      'an event must have a userId or an anonymousId',
    ])
  })

  it('stands at a place that people can read', () => {
    expect(placeWords('/address/city')).toBe('address → city')
  })
})
