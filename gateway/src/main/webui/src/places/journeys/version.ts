import { computed, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useI18n } from 'vue-i18n'
import { journeyVersion, type JourneyVersion } from '@/api/journeys'
import { useNotices } from '@/stores/notices'
import { asProblem } from '@/live/load'

/** The published version that the address asks to see in place of the draft. */
export function useShownVersion(id: string) {
  const route = useRoute()
  const { locale, t } = useI18n()
  const notices = useNotices()
  const answer = shallowRef<JourneyVersion>()
  const asked = computed(() => Number(route.query.version) || undefined)

  watch(
    [asked, locale],
    async ([version]) => {
      answer.value = undefined
      if (!version) return
      try {
        answer.value = await journeyVersion(id, version, locale.value)
      } catch (failure) {
        notices.say(asProblem(failure).detail ?? t('problems.notFound'))
      }
    },
    { immediate: true },
  )

  return {
    version: asked,
    plan: computed(() => answer.value?.definition.plan),
    words: computed(() => answer.value?.words ?? {}),
  }
}
