import { useI18n } from 'vue-i18n'

/** What stands for every event that is not shown by name. */
export const OTHER = 'other'

/** What a place on a path is called: calls without a name of their own, and the rest in one. */
export function useStepName() {
  const { t, te } = useI18n()
  return (event: string): string => {
    if (event === OTHER) return t('insights.other')
    const known = `happenings.${event.replace('$', '')}`
    return event.startsWith('$') && te(known) ? t(known) : event
  }
}
