import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftOf, originsIn, rateFits, rulesOf, wrongOrigins } from '@/places/sources/source/rules'
import { snippets } from '@/places/sources/source/snippets'
import * as webhook from '@/places/sources/source/webhook'

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
