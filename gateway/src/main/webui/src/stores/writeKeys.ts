import { defineStore } from 'pinia'
import { reactive } from 'vue'

/** Keys that were made since the page was loaded, so that what to paste can have them; kept nowhere else. */
export const useWriteKeys = defineStore('writeKeys', () => {
  const keys = reactive(new Map<string, string>())
  return {
    keep: (source: string, key: string) => void keys.set(source, key),
    of: (source: string) => keys.get(source),
  }
})
