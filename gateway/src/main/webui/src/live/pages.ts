import { ref, shallowRef, watch, type WatchSource } from 'vue'
import type { Page } from '@/api/workspace'
import type { Problem } from '@/api/http'
import { asProblem } from './load'

/** A list that is read a page at a time; starts anew when a source changes. */
export function usePages<T>(ask: (after?: string) => Promise<Page<T>>, sources: WatchSource[] = []) {
  const items = shallowRef<T[]>()
  const next = ref<string>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let generation = 0

  async function read(after?: string): Promise<void> {
    const mine = ++generation
    loading.value = true
    try {
      const page = await ask(after)
      if (mine !== generation) return
      items.value = after ? [...(items.value ?? []), ...page.items] : page.items
      next.value = page.next
      problem.value = undefined
    } catch (failure) {
      if (mine !== generation) return
      problem.value = asProblem(failure)
    }
    loading.value = false
  }

  const reload = () => read()
  const more = () => (next.value && !loading.value ? read(next.value) : Promise.resolve())
  if (sources.length > 0) watch(sources, reload)
  void reload()
  return { items, next, problem, loading, reload, more }
}
