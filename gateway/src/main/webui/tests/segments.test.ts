import { effectScope, nextTick, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/http'
import type { Condition } from '@/api/condition'
import type { Segment } from '@/api/segments'
import { useLater } from '@/live/later'
import { changeBy, mentions } from '@/places/segments/changes'

const trait: Condition = { trait: { name: 'country', test: { equals: 'TW' } } }

describe('a condition that mentions a segment', () => {
  it('does so in any of its parts', () => {
    expect([
      mentions({ segment: 'a' }, 'a'),
      mentions({ all: [trait, { not: { any: [{ segment: 'a' }] } }] }, 'a'),
      mentions({ all: [trait, { segment: 'b' }] }, 'a'),
    ]).toEqual([true, true, false])
  })
})

describe('what a publishing changes', () => {
  const asked: Condition[] = []
  const segment = (version: number): Segment => ({
    id: 'a',
    name: 'A',
    condition: trait,
    words: '',
    state: 'live',
    version,
  })

  beforeEach(() => {
    asked.length = 0
    vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
      asked.push(JSON.parse(body).condition)
      const n = 10 * asked.length
      return Response.json({ size: { estimate: n, low: n, high: n } })
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('of a segment that never held is who comes in', async () => {
    expect([await changeBy(trait, segment(0)), asked]).toEqual([
      { entering: { estimate: 10, low: 10, high: 10 } },
      [trait],
    ])
  })

  it('of one that holds is who comes in and who goes', async () => {
    expect([await changeBy(trait, segment(2)), asked]).toEqual([
      { entering: { estimate: 10, low: 10, high: 10 }, leaving: { estimate: 20, low: 20, high: 20 } },
      [{ all: [trait, { not: { segment: 'a' } }] }, { all: [{ segment: 'a' }, { not: trait }] }],
    ])
  })
})

describe('a question that is asked later', () => {
  const typed = ref('')
  const signals: AbortSignal[] = []
  let answers: (() => Promise<string>)[] = []
  let scope = effectScope()
  let later: ReturnType<typeof useLater<string>>

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('window', globalThis)
    typed.value = ''
    signals.length = 0
    answers = []
    scope = effectScope()
    scope.run(() => {
      later = useLater(
        (signal) => {
          signals.push(signal)
          return answers.shift()!()
        },
        [typed],
        { quietMs: 300, worth: () => typed.value !== '' },
      )
    })
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const type = async (text: string, ms: number) => {
    typed.value = text
    await nextTick()
    await vi.advanceTimersByTimeAsync(ms)
  }

  it('waits until nothing changes any more', async () => {
    answers = [async () => 'two']
    await type('o', 299)
    await type('on', 300)
    expect([signals.length, later.data.value, later.asking.value]).toEqual([1, 'two', false])
  })

  it('calls off the one before, whose answer counts no longer', async () => {
    let slow: (answer: string) => void = () => undefined
    answers = [() => new Promise((answer) => (slow = answer)), async () => 'second']
    await type('a', 300)
    await type('b', 300)
    slow('first')
    await vi.advanceTimersByTimeAsync(0)
    expect([signals.map(({ aborted }) => aborted), later.data.value]).toEqual([[true, false], 'second'])
  })

  it('is asked again when too much was asked at once', async () => {
    const busy = new Problem(429, 'busy', undefined, undefined, [], 5_000)
    answers = [() => Promise.reject(busy), async () => 'there']
    await type('a', 300)
    const meanwhile = [later.problem.value, later.asking.value]
    await vi.advanceTimersByTimeAsync(5_000)
    expect([...meanwhile, later.data.value, later.asking.value]).toEqual([undefined, true, 'there', false])
  })

  it('has no answer when it is no longer worth asking', async () => {
    answers = [async () => 'one']
    await type('a', 300)
    await type('', 300)
    expect([later.data.value, later.asking.value, signals.length]).toEqual([undefined, false, 1])
  })
})
