import { onScopeDispose, ref, shallowRef, watch, type WatchSource } from 'vue'
import type { Problem } from '@/api/http'
import { asProblem } from './load'

const BUSY_MS = 2_000

/**
 * Asks a moment after something last changed, while it is worth asking. A newer question calls the older
 * one off; when too much was asked at once, it asks again after the time that the server names.
 */
export function useLater<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  sources: WatchSource[],
  { quietMs, worth }: { quietMs: number; worth: () => boolean },
) {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const asking = ref(false)
  let timer: number | undefined
  let running: AbortController | undefined

  async function run(): Promise<void> {
    const mine = (running = new AbortController())
    try {
      const answer = await ask(mine.signal)
      if (mine.signal.aborted) return
      data.value = answer
      problem.value = undefined
    } catch (failure) {
      if (mine.signal.aborted) return
      const found = asProblem(failure)
      if (found.status === 429) return void (timer = window.setTimeout(run, found.retryAfterMs ?? BUSY_MS))
      problem.value = found
    }
    asking.value = false
  }

  function stop(): void {
    window.clearTimeout(timer)
    running?.abort()
  }

  function later(): void {
    stop()
    asking.value = worth()
    if (asking.value) {
      timer = window.setTimeout(run, quietMs)
      return
    }
    data.value = undefined
    problem.value = undefined
  }

  watch(sources, later, { immediate: true })
  onScopeDispose(stop)
  return { data, problem, asking }
}
