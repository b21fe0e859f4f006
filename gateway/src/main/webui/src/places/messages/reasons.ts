import { useI18n } from 'vue-i18n'

/** A reason code as a sentence: "excluded:ordered" has the rule's name in its second half. */
export function useReasonWords() {
  const { t, te } = useI18n()
  return (code: string | undefined): string => {
    if (!code) return ''
    const [head = '', ...rest] = code.split(':')
    const key = `reasons.${head}`
    if (!te(key) && !te(key, 'en')) return code
    return t(key, { name: rest.join(':') })
  }
}
