import { gzipSync } from 'node:zlib'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FileImport } from '@/api/imports'
import { Problem } from '@/api/http'
import { bytes } from '@/format/number'
import { cells, guessed, mappingOf, targetOf, timeFormat, typeOf } from '@/places/sources/imports/guess'
import { eventOf, lacking, withEvent, withField } from '@/places/sources/imports/mapping'
import { beginning, pieces, plainName } from '@/places/sources/imports/pieces'
import { sameFile } from '@/places/sources/imports/sameFile'
import { stateOf } from '@/places/sources/imports/states'
import { passes, useUploads } from '@/places/sources/imports/uploads'

describe('what a file is', () => {
  it.each([
    ['a.csv', 'id;name\n1;"x;y"\n', 'csv', undefined, ';'],
    ['a.txt', '\uFEFFid\tname\n', 'csv', undefined, '\t'],
    ['a.ndjson', '{"type":"track"}\n', 'ndjson', 'segment', ','],
    ['a.csv', '{"event_name":"purchase","event_timestamp":"1"}\n', 'ndjson', 'ga4-export', ','],
    ['a.json', '{"event_name": cut', 'ndjson', 'segment', ','],
    ['empty.csv', '', 'csv', undefined, ','],
  ])('%s beginning with %j is %s', (name, text, format, preset, separator) => {
    expect(guessed(name, text)).toMatchObject({ format, separator })
    expect(guessed(name, text).preset).toBe(preset)
  })

  it('quoted cells hold separators, quotes and line breaks', () => {
    expect(cells('a,b\r\n"1,\n2","say ""hi"""\n3,', ',')).toEqual([
      ['a', 'b'],
      ['1,\n2', 'say "hi"'],
      ['3', ''],
    ])
  })

  it.each([
    ['Customer ID', 'userId'],
    ['e-mail', 'traits.email'],
    ['ordered_at', 'timestamp'],
    ['Event', 'event'],
    ['Unit price', 'properties.unit_price'],
    ['a.b', 'properties.a_b'],
  ])('the column %s probably becomes %s', (column, to) => {
    expect(targetOf(column)).toBe(to)
  })

  it.each([
    ['properties.total', ['1', '2,50', ''], { type: 'number' }],
    ['properties.zip', ['0123', '4567'], { type: 'text' }],
    ['properties.gift', ['yes', 'No'], { type: 'flag' }],
    ['properties.items', ['[1]', '{}'], { type: 'json' }],
    ['properties.none', ['', ' '], { type: 'text' }],
    ['userId', ['1', '2'], { type: 'text' }],
    ['timestamp', ['01.03.2026 09:30'], { type: 'time', format: 'dd.MM.yyyy HH:mm' }],
  ])('in %s, %j is read as %j', (to, texts, type) => {
    expect(typeOf(to, texts)).toEqual(type)
  })

  it('times are told by how they are written', () => {
    expect([
      timeFormat(['1700000000']),
      timeFormat(['1700000000000']),
      timeFormat(['2026-03-01T00:00:00Z']),
      timeFormat(['2026-03-01 09:30', '2026/03/01 09:30']),
    ]).toEqual(['epoch-seconds', 'epoch-millis', undefined, undefined])
  })

  it('a mapping uses every place once and leaves columns without a name out', () => {
    const guess = guessed('a.csv', 'customer_id;user id;total;;total\nu;v;1,5;x;2\n')
    expect(mappingOf(guess, 'Asia/Tokyo')).toEqual({
      separator: ';',
      decimal: ',',
      zone: 'Asia/Tokyo',
      fields: [
        { to: 'type', value: 'track' },
        { to: 'userId', column: 'customer_id', type: 'text' },
        { to: 'properties.user_id', column: 'user id', type: 'text' },
        { to: 'properties.total', column: 'total', type: 'number' },
      ],
    })
  })
})

describe('a mapping', () => {
  const mapping = {
    fields: [
      { to: 'type', value: 'track' },
      { to: 'userId', column: 'a' },
    ],
  }
  it('lacks a name for its events until one is given or a column says it', () => {
    expect([
      lacking(mapping),
      lacking(withEvent(mapping, { value: 'Order Completed' })),
      lacking(withField(mapping, 'b', { to: 'event', column: 'b' })),
      lacking({ fields: [{ to: 'type', column: 'kind' }] }),
    ]).toEqual([['event'], [], [], ['who']])
  })

  it('sends one column to a place, and keeps the order of the others', () => {
    const changed = withField(mapping, 'b', { to: 'userId', column: 'b' })
    expect(changed.fields).toEqual([
      { to: 'type', value: 'track' },
      { to: 'userId', column: 'b' },
    ])
    expect(eventOf(withEvent(mapping, { value: 'X' }))).toEqual({ value: 'X', column: undefined })
    expect(withField(mapping, 'a', undefined).fields).toHaveLength(1)
  })
})

describe('pieces of a file', () => {
  const text = 'line of a file\n'.repeat(1_000)
  const plain = new File([text], 'a.ndjson')
  const zipped = new File([gzipSync(text)], 'a.ndjson.gz')

  async function gathered(file: File, from: number, size: number) {
    let all = ''
    let at = from
    const shares = []
    for await (const piece of pieces(file, from, size)) {
      expect(piece.at).toBe(at)
      expect(piece.bytes.size).toBeLessThanOrEqual(size)
      at += piece.bytes.size
      all += await piece.bytes.text()
      shares.push(piece.share)
    }
    return { all, last: shares.at(-1) }
  }

  it.each([
    ['plain', plain, 0],
    ['plain', plain, 4_097],
    ['compressed', zipped, 0],
    ['compressed', zipped, 4_097],
  ])('of a %s one from byte %3$d are all of the rest, uncompressed', async (_kind, file, from) => {
    const { all, last } = await gathered(file as File, from as number, 1_000)
    expect([all, last]).toEqual([text.slice(from as number), 1])
  })

  it('end where the file ends, and an offset at its end has none', async () => {
    expect(await gathered(plain, text.length, 1_000)).toEqual({ all: '', last: undefined })
    expect((await gathered(zipped, text.length, 1_000)).all).toBe('')
  })

  it('begin with what a guess needs', async () => {
    expect([await (await beginning(plain, 20)).text(), await (await beginning(zipped, 20)).text()]).toEqual([
      text.slice(0, 20),
      text.slice(0, 20),
    ])
    expect(plainName('a.ndjson.gz')).toBe('a.ndjson')
  })
})

describe('the same file', () => {
  const file = { name: 'a.csv', size: 100, modified: 1 }
  it.each([
    [file, file, true],
    [file, { ...file, modified: 2 }, false],
    [file, undefined, true],
    [{ ...file, size: 9 }, undefined, false],
    [{ ...file, name: 'b.csv' }, undefined, false],
    [{ ...file, name: 'a.csv.gz', size: 9 }, undefined, true],
  ])('%j beside %j is the one: %s', (chosen, remembered, same) => {
    expect(sameFile(chosen, remembered, { name: 'a.csv', bytes: 50 })).toBe(same)
  })
})

describe('an upload', () => {
  const begun: FileImport = {
    id: 'i-1',
    source: 's',
    name: 'a.ndjson',
    format: 'ndjson',
    state: 'open',
    live: false,
    createdAt: '',
    createdBy: '',
    bytes: 0,
    lines: 0,
    accepted: 0,
    rejected: 0,
    firstErrors: [],
  }
  let server: { state: FileImport['state']; text: string; refuses: number[]; asked: string[] }

  /** Reads what is sent behind what it has, and refuses as often as it is told to. */
  async function answer(address: string, { method, headers, body }: RequestInit) {
    server.asked.push(`${method} ${address.split('/i-1')[1]}`)
    const refusal = method === 'PATCH' ? server.refuses.shift() : undefined
    if (refusal) return new Response('{}', { status: refusal, headers: { 'retry-after': '0' } })
    if (method === 'PATCH') {
      const offset = Number((headers as Record<string, string>)['Upload-Offset'])
      if (offset > server.text.length) return new Response('{}', { status: 409 })
      server.text = server.text.slice(0, offset) + (await (body as Blob).text())
    }
    if (method === 'POST') server.state = 'finished'
    return Response.json({ ...begun, state: server.state, bytes: server.text.length })
  }

  beforeEach(() => {
    server = { state: 'open', text: '', refuses: [], asked: [] }
    const kept = new Map<string, string>()
    vi.stubGlobal('fetch', answer)
    vi.stubGlobal('window', { setTimeout, clearTimeout, addEventListener: () => undefined })
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
    setActivePinia(createPinia())
  })
  afterEach(() => vi.unstubAllGlobals())

  const text = 'x'.repeat(9 * 1024 * 1024)
  const file = new File([text], 'a.ndjson', { lastModified: 5 })
  const ended = (uploads: ReturnType<typeof useUploads>, state: string) =>
    vi.waitFor(() => expect(uploads.all.get('i-1')?.state).toBe(state))

  it('sends the file in pieces and says that it has ended', async () => {
    const uploads = useUploads()
    uploads.start(begun, file)
    expect(uploads.remembered('i-1')).toEqual({ name: 'a.ndjson', size: text.length, modified: 5 })
    await ended(uploads, 'done')
    expect(server.text === text).toBe(true)
    expect(server.asked.filter((line) => line.startsWith('PATCH'))).toHaveLength(3)
    expect(uploads.remembered('i-1')).toBeUndefined()
  })

  it('goes on where the server has read to after it was refused', async () => {
    server.refuses = [503, 429]
    server.text = 'x'.repeat(1_000)
    const uploads = useUploads()
    uploads.start(begun, file)
    await ended(uploads, 'done')
    expect([server.text === text, server.state]).toEqual([true, 'finished'])
  })

  it('ends when the file cannot be read on', async () => {
    server.refuses = [422]
    const uploads = useUploads()
    uploads.start(begun, file)
    await ended(uploads, 'failed')
    expect([uploads.all.get('i-1')?.problem?.status, server.state]).toEqual([422, 'open'])
  })

  it('waits for what passes, and for nothing else', () => {
    const passing = (status: number) => passes(new Problem(status, '', undefined, undefined, []))
    expect([0, 409, 429, 502, 503, 504].every(passing)).toBe(true)
    expect([-1, 400, 403, 404, 422, 500].some(passing)).toBe(false)
  })

  it('says more of its state than the server knows, until that knows the end', () => {
    const upload = { state: 'waiting' as const, share: 0, progress: begun }
    expect([
      stateOf(begun, upload),
      stateOf(begun, { ...upload, state: 'done' }),
      stateOf({ ...begun, state: 'finished' }, upload),
      stateOf(begun, undefined),
    ]).toEqual(['waiting', 'open', 'finished', 'open'])
  })
})

it('bytes are said in the unit that fits', () => {
  expect([bytes(0, 'en'), bytes(999, 'en'), bytes(482_344_960, 'en'), bytes(1e15, 'en')]).toEqual([
    '0 bytes',
    '999 bytes',
    '482.3 MB',
    '1,000 TB',
  ])
})
