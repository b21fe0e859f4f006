import { useI18n } from 'vue-i18n'

/** "/address/city" as "address → city". */
export const placeWords = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' → ')

const RULES = [
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'multipleOf',
]

/** One sentence for each place where an event is not what the plan says. */
export function useBreachWords() {
  const { t } = useI18n()
  return (breach: { path: string; message: string }): string => {
    const place = placeWords(breach.path)
    if (breach.message === 'is missing') return t('breaches.missing', { place })
    if (breach.message === 'is not in the plan')
      return place ? t('breaches.unplanned', { place }) : t('breaches.unknown')
    const [, keyword = '', rule = ''] = /^does not keep to (\S+) ?(.*)$/s.exec(breach.message) ?? []
    const named = place || t('breaches.event')
    if (RULES.includes(keyword)) return t(`breaches.${keyword}`, { place: named, rule: ruleWords(rule) })
    return t('breaches.other', { place: named, message: breach.message })
  }
}

/** A rule's value as people write it: no quotes around one word, commas between many. */
function ruleWords(json: string): string {
  try {
    const value: unknown = JSON.parse(json)
    return Array.isArray(value) ? value.map(String).join(', ') : String(value)
  } catch {
    return json
  }
}

/**
 * The sentence beside a reason code. Of a broken plan it is said in the reader's language; other ones
 * name fields and limits, and stand as the collector wrote them.
 */
export function useDetailWords() {
  const { t } = useI18n()
  const breaches = useBreachWords()
  return (reason: string | undefined, detail: string | undefined): string => {
    const broken = /^(\/\S*|the event) (.*?)(?:, and (\d+) more places)?$/s.exec(detail ?? '')
    if (reason !== 'plan_violation' || !broken) return detail ?? ''
    const [, place = '', message = '', others] = broken
    const first = breaches({ path: place.startsWith('/') ? place : '', message })
    return others ? `${first} ${t('breaches.others', { n: others }, Number(others))}` : first
  }
}
