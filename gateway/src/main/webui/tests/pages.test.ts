// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { preferred } from '@/i18n'
import { withQuery } from '@/api/http'
import { matches } from '@/live/shortcut'
import { nameOf } from '@/places/customers/names'
import { byDay } from '@/places/customers/days'
import { stepsOf } from '@/places/home/steps'
import { alongEdge } from '@/places/journeys/counts'
import { readItems } from '@/places/messages/catalogueFile'
import { merged } from '@/places/sources/arriving/arrivals'
import { sampleCurl } from '@/places/sources/curl'
import { router } from '@/router'
import { rankEntries } from '@/shell/paletteRank'
import { places } from '@/shell/places'

describe('the language', () => {
  it.each([
    [null, ['fr', 'ja-JP'], 'ja'],
    [null, ['zh-Hant-TW'], 'zh-TW'],
    [null, ['fr'], 'en'],
    ['ja', ['en'], 'ja'],
    ['klingon', ['en-GB'], 'en'],
  ])('chosen %s, wanted %j is %s', (stored, wanted, language) => {
    expect(preferred(stored, wanted)).toBe(language)
  })
})

describe('the navigation', () => {
  it('shows of every page in a workspace where it lies', () => {
    const pages = router
      .getRoutes()
      .filter(({ path, name }) => path.startsWith('/w/') && name && name !== 'nowhere')
      .map(({ name }) => String(name))
    expect(places.flatMap(({ routes }) => routes).sort()).toEqual(pages.sort())
  })
})

describe('the setup', () => {
  const event = { name: 'Product Added', count: 1 }
  it('opens the first step that is not done', () => {
    expect(stepsOf([], [], []).find(({ open }) => open)?.name).toBe('source')
  })

  it('takes an event as proof of a source', () => {
    expect(stepsOf([], [event], []).map(({ done }) => done)).toEqual([true, true, false])
  })
})

describe('events as they arrive', () => {
  const at = (second: number, messageId?: string) => ({
    at: `2026-03-01T00:00:${String(second).padStart(2, '0')}Z`,
    verdict: 'accepted' as const,
    messageId,
  })
  it('stand once each, the newest first', () => {
    const first = merged([], [at(1, 'a'), at(3, 'c')])
    expect(merged(first, [at(3, 'c'), at(2, 'b')]).map(({ messageId }) => messageId)).toEqual(['c', 'b', 'a'])
  })

  it('are at most a hundred', () => {
    expect(
      merged(
        [],
        Array.from({ length: 150 }, (_, n) => at(n % 60, String(n))),
      ),
    ).toHaveLength(100)
  })

  it('without an id are not taken for one another', () => {
    expect(merged([], [at(1), at(1)])).toHaveLength(2)
  })
})

describe('the palette', () => {
  const entry = (title: string) => ({ id: title, title, group: 'Journeys', icon: '' })
  it('puts what starts with the query first and drops what lacks a word', () => {
    const found = rankEntries([entry('Win the cart back'), entry('Cart drop'), entry('Welcome')], 'cart')
    expect(found.map(({ title }) => title)).toEqual(['Cart drop', 'Win the cart back'])
  })
})

describe('counts along an edge', () => {
  const counts = {
    entered: 9,
    edges: [
      { node: 'b', edge: 'A', next: 'x', count: 4 },
      { node: 'b', edge: 'otherwise', next: 'x', count: 2 },
    ],
  }
  it('are those of its label, of its node, or of the entry', () => {
    const edge = (port: 'case:0' | 'otherwise' | 'start' | 'next', label?: string) =>
      alongEdge(counts, { id: '', from: 'b', port, label })
    expect([edge('case:0', 'A'), edge('otherwise'), edge('start'), edge('next')]).toEqual([4, 2, 9, 6])
  })
})

describe('small things', () => {
  it('of a customer, a name is better than an address', () => {
    expect([
      nameOf({ traits: { name: 'Mei', email: 'm@x' } }),
      nameOf({ traits: { first_name: 'Mei', last_name: 'Lin' } }),
      nameOf({ identities: { user: 'u' } }),
      nameOf({}),
    ]).toEqual(['Mei', 'Mei Lin', 'u', ''])
  })

  it('group by the reader’s day', () => {
    const items = ['2026-03-02T10:00:00', '2026-03-02T09:00:00', '2026-03-01T23:59:00'].map((at) => ({ at }))
    expect(byDay(items, 'en').map((day) => day.items.length)).toEqual([2, 1])
  })

  it('read a catalogue as an array or by lines, and nothing else', () => {
    expect([
      readItems('[{"id":"a"}]'),
      readItems('{"id":"a"}\n{"id":"b"}\n')?.length,
      readItems('[{"id":1}]'),
      readItems('no'),
    ]).toEqual([[{ id: 'a' }], 2, undefined, undefined])
  })

  it('leave empty filters out of an address', () => {
    expect(withQuery('/x', { a: '', b: undefined, c: 'ü&' })).toBe('/x?c=%C3%BC%26')
  })

  it('know a shortcut on either kind of keyboard', () => {
    const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init)
    expect([
      matches('mod+k', key({ key: 'k', ctrlKey: true })),
      matches('mod+k', key({ key: 'K', metaKey: true })),
      matches('mod+z', key({ key: 'z', ctrlKey: true, shiftKey: true })),
    ]).toEqual([true, true, false])
  })

  it('give a curl that carries the key as the user', () => {
    expect(sampleCurl('key-1', 'http://c')).toContain(`curl http://c/v1/track \\\n  -u "key-1:"`)
  })
})
