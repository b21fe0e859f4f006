import { useI18n } from 'vue-i18n'

/** How someone came into a segment, in words; a cause that is not known yet stands as it came. */
export function useCauseWords() {
  const { t, te } = useI18n()
  return (cause: string): string => (te(`segments.causes.${cause}`) ? t(`segments.causes.${cause}`) : cause)
}
