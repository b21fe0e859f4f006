import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Page } from '@/api/workspace'
import type { Problem } from '@/api/http'
import { asProblem } from '@/live/load'

/** A store that keeps one noun's list for the workspace, loaded when first wanted. */
export function listStore<T>(name: string, ask: () => Promise<Page<T>>, idOf: (item: T) => string) {
  return defineStore(name, () => {
    const items = shallowRef<T[]>()
    const problem = shallowRef<Problem>()
    const loading = ref(false)
    const byId = computed(() => new Map((items.value ?? []).map((item) => [idOf(item), item])))

    async function reload(): Promise<void> {
      loading.value = true
      try {
        items.value = (await ask()).items
        problem.value = undefined
      } catch (failure) {
        problem.value = asProblem(failure)
      } finally {
        loading.value = false
      }
    }

    /** Loads when nothing is there yet. */
    async function want(): Promise<void> {
      if (!items.value && !loading.value) await reload()
    }

    function forget(): void {
      items.value = undefined
      problem.value = undefined
    }

    return { items, problem, loading, byId, reload, want, forget }
  })
}
