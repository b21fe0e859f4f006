import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { describe, type Condition } from '@/api/condition'
import type { Problem } from '@/api/http'
import { asProblem } from '@/live/load'
import { complete } from './tree'

const QUIET_MS = 300

/** What a condition means in the server's words, a moment after it last changed; or what is wrong with it. */
export function useWords(condition: Ref<Condition>) {
  const { locale } = useI18n()
  const words = ref('')
  const problem = shallowRef<Problem>()
  let timer: number | undefined
  let running: AbortController | undefined

  async function ask(): Promise<void> {
    const mine = (running = new AbortController())
    try {
      const answer = await describe(condition.value, locale.value, mine.signal)
      if (mine.signal.aborted) return
      words.value = answer.words
      problem.value = undefined
    } catch (failure) {
      if (!mine.signal.aborted) problem.value = asProblem(failure)
    }
  }

  function later(): void {
    window.clearTimeout(timer)
    running?.abort()
    if (complete(condition.value)) timer = window.setTimeout(ask, QUIET_MS)
    else problem.value = undefined
  }

  watch([condition, locale], later, { immediate: true })
  onScopeDispose(() => {
    window.clearTimeout(timer)
    running?.abort()
  })
  return { words, problem }
}
