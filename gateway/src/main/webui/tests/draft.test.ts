// @vitest-environment happy-dom
import { effectScope, type EffectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useTemplateDraft } from '@/places/messages/templateDraft'

/** The server's side of one template: it knows the revision and refuses a stale one. */
function server() {
  const held = { name: 'Cart', channel: 'email', subject: 'Hello', html: '', text: '', revision: 1 }
  const saves: string[] = []
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    if (init.method === 'GET') return answer(200, held)
    const sent = JSON.parse(String(init.body)) as typeof held
    if (sent.revision !== held.revision) return answer(409, { title: 'Stale' })
    saves.push(sent.subject)
    Object.assign(held, sent, { revision: held.revision + 1 })
    return answer(200, held)
  })
  return { held, saves }
}

let scope: EffectScope
beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function opened() {
  const there = server()
  const draft = scope.run(() => useTemplateDraft('t'))!
  await vi.advanceTimersByTimeAsync(0)
  return { ...there, draft }
}

describe('a draft', () => {
  it('is saved once, a moment after the last of several changes', async () => {
    const { draft, saves } = await opened()
    for (const subject of ['H', 'Hi', 'Hi!']) draft.edit({ subject })
    await vi.advanceTimersByTimeAsync(2_000)
    expect([saves, draft.state.value]).toEqual([['Hi!'], 'saved'])
  })

  it('sends the revision that the last save answered', async () => {
    const { draft, saves } = await opened()
    draft.edit({ subject: 'one' })
    await vi.advanceTimersByTimeAsync(2_000)
    draft.edit({ subject: 'two' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect([saves, draft.state.value]).toEqual([['one', 'two'], 'saved'])
  })

  it('that someone else changed is kept on the page and not written over theirs', async () => {
    const { draft, held, saves } = await opened()
    held.revision = 7
    draft.edit({ subject: 'mine' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect([saves, draft.state.value, draft.body.value?.subject]).toEqual([[], 'conflict', 'mine'])
  })

  it('is saved when the page is left', async () => {
    const { draft, saves } = await opened()
    draft.edit({ subject: 'last' })
    scope.stop()
    await vi.advanceTimersByTimeAsync(0)
    expect(saves).toEqual(['last'])
  })
})
