// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createI18n } from 'vue-i18n'
import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'
import en from '@/i18n/en'
import type { PropertySchema } from '@/api/trackingPlan'
import { placeWords, useBreachWords, useDetailWords } from '@/places/sources/breaches'
import { clientOf } from '@/places/sources/clients'
import { fateOf, planName } from '@/places/sources/arriving/arrivals'
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
import { filterOf, only, reasonCodes } from '@/places/sources/quarantine/shelf'
import { draftOf, originsIn, rateFits, rulesOf, wrongOrigins } from '@/places/sources/source/rules'
import { snippets } from '@/places/sources/source/snippets'
import * as webhook from '@/places/sources/source/webhook'

/** What a composable says where the page speaks English. */
function spoken<T>(composable: () => T): T {
  let said: T | undefined
  const app = createApp({ setup: () => ((said = composable()), () => null) })
  app.use(createI18n({ legacy: false, locale: 'en', messages: { en } as never }))
  app.mount(document.createElement('div'))
  return said!
}

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

describe('rules', () => {
  const source = { id: 's', name: 'Shop', enabled: true, keyHint: 'ab…', createdAt: '' }
  it('of a source that says nothing are the usual ones, and come back as they were', () => {
    expect(rulesOf(draftOf(source))).toEqual({
      origins: [],
      address: 'none',
      userAgent: 'full',
      plan: 'allow',
      traitsFromContext: false,
    })
    const rules = {
      origins: ['https://a.example', 'https://b.example'],
      eventsPerSecond: 5,
      address: 'truncated' as const,
      userAgent: 'none' as const,
      plan: 'quarantine' as const,
      traitsFromContext: true,
    }
    expect(rulesOf(draftOf({ ...source, rules }))).toEqual(rules)
  })

  it.each([
    ['https://shop.example', []],
    ['http://localhost:3000\nhttps://shop.example', []],
    ['shop.example', ['shop.example']],
    ['https://shop.example/cart', ['https://shop.example/cart']],
    ['ftp://shop.example', ['ftp://shop.example']],
  ])('%j has the wrong origins %j', (text, wrong) => {
    expect(wrongOrigins(text)).toEqual(wrong)
  })

  it('read origins by lines, spaces and commas, and rates as whole numbers', () => {
    expect(originsIn(' a, b\n\nc ')).toEqual(['a', 'b', 'c'])
    expect([0, 1, 1.5, 1_000_000, 1_000_001].map(rateFits)).toEqual([false, true, false, true, false])
  })
})

describe('webhook settings', () => {
  const known = { preset: 'stripe', secretSet: true, mapping: '' }
  it('keep the secret that is set until another one or another preset comes', () => {
    const draft = webhook.draftOf(known)
    expect([
      webhook.lacksSecret(draft, known),
      webhook.lacksSecret({ ...draft, preset: 'line' }, known),
      webhook.lacksSecret({ ...draft, preset: 'none' }, known),
      webhook.lacksSecret(draft, undefined),
    ]).toEqual([false, true, false, true])
    expect(webhook.changeOf(draft)).toEqual({ preset: 'stripe' })
  })

  it('send a rule with the preset that needs one and with no other', () => {
    const draft = { ...webhook.draftOf(undefined), preset: 'hmac', secret: 'x' }
    expect(webhook.changeOf(draft)?.rule).toEqual({
      header: 'X-Signature',
      hash: 'sha256',
      encoding: 'hex',
      signed: '{body}',
    })
    expect(webhook.changeOf({ ...draft, preset: 'line' })?.rule).toBeUndefined()
  })

  it.each([
    ['{body}', undefined, true],
    ['{timestamp}.{body}', 'X-Time', true],
    ['{timestamp}.{body}', undefined, false],
    ['{body}', 'X-Time', false],
    ['nothing', undefined, false],
  ])('sign %s with the time in %s: %s', (signed, timestampHeader, fits) => {
    expect(
      webhook.ruleFits({ header: 'X-Sig', hash: 'sha256', encoding: 'hex', signed, timestampHeader }),
    ).toBe(fits)
  })

  it('read headers by lines and write them back', () => {
    const headers = webhook.headersIn('Content-Type: application/json\nX-Topic:orders/create\nrubbish')
    expect(headers).toEqual({ 'content-type': 'application/json', 'x-topic': 'orders/create' })
    expect(webhook.headersIn(webhook.headerText(headers))).toEqual(headers)
  })
})

describe('what to paste', () => {
  const moment = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g
  it.each(snippets.filter(({ id }) => id !== 'curl').map((each) => [each.id, each] as const))(
    'for %s stands in the documentation',
    (id, { code }) => {
      const page = readFileSync(join('../../../../docs/sdks', `${id}.md`), 'utf8').replace(moment, 'NOW')
      const lines = code('YOUR_WRITE_KEY', 'https://collect.example.com').replace(moment, 'NOW').split('\n')
      expect(lines.filter((line) => !page.includes(line.trim()))).toEqual([])
    },
  )

  it('has the key and the address for every client', () => {
    const lacking = snippets.filter(({ code }) => {
      const text = code('key-1', 'https://collect.test')
      return !text.includes('key-1') || !text.includes('https://collect.test')
    })
    expect(lacking).toEqual([])
  })
})
