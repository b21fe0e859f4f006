import { onScopeDispose, ref, shallowRef, watch, type WatchSource } from 'vue'
import { Problem } from '@/api/http'

export function asProblem(failure: unknown): Problem {
  if (failure instanceof Problem) return failure
  return new Problem(
    -1,
    'unexpected',
    failure instanceof Error ? failure.message : String(failure),
    undefined,
    [],
  )
}

/** Loads something now and whenever a source changes; the newest request wins. */
export function useLoad<T>(ask: (signal: AbortSignal) => Promise<T>, sources: WatchSource[] = []) {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let running: AbortController | undefined

  async function reload(): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    try {
      const answer = await ask(mine.signal)
      if (mine.signal.aborted) return
      data.value = answer
      problem.value = undefined
    } catch (failure) {
      if (mine.signal.aborted) return
      problem.value = asProblem(failure)
    }
    loading.value = false
  }

  if (sources.length > 0) watch(sources, reload)
  onScopeDispose(() => running?.abort())
  void reload()
  return { data, problem, loading, reload }
}

/** Runs a command once at a time and keeps what went wrong. */
export function useCommand<A extends unknown[], T>(command: (...args: A) => Promise<T>) {
  const busy = ref(false)
  const problem = shallowRef<Problem>()

  async function run(...args: A): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = undefined
    try {
      return await command(...args)
    } catch (failure) {
      problem.value = asProblem(failure)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { run, busy, problem }
}
