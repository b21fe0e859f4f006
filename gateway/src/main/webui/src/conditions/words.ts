import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { describe, type Condition } from '@/api/condition'
import { useLater } from '@/live/later'
import { complete } from './tree'

/** What a condition means in the server's words, a moment after it last changed; or what is wrong with it. */
export function useWords(condition: Ref<Condition>) {
  const { locale } = useI18n()
  return useLater((signal) => describe(condition.value, locale.value, signal), [condition, locale], {
    quietMs: 300,
    worth: () => complete(condition.value),
  })
}
