import { useI18n } from 'vue-i18n'

/** What people call a kind of name; one that only the sender knows stands as it came. */
export function useKindWords() {
  const { t, te } = useI18n()
  return (kind: string): string => (te(`identity.kinds.${kind}`) ? t(`identity.kinds.${kind}`) : kind)
}
