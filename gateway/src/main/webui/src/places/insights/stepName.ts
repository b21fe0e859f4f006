import { useI18n } from 'vue-i18n'

/** What a place on a path is called: calls without a name of their own, and the rest in one. */
export function useStepName() {
  const { t, te } = useI18n()
  return (event: string): string => {
    if (event === 'other') return t('insights.other')
    const known = `happenings.${event.replace('$', '')}`
    return event.startsWith('$') && te(known) ? t(known) : event
  }
}
