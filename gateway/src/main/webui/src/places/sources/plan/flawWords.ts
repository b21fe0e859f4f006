import { useI18n } from 'vue-i18n'
import type { Flaw } from '@/api/http'
import { placeWords } from '../breaches'

const SENTENCES: [RegExp, string][] = [
  [/^a schema must be an object/, 'object'],
  [/^a schema has at most (\d+) bytes/, 'bytes'],
  [/^it has more than (\d+) parts/, 'parts'],
  [/^is not taken here/, 'keyword'],
  [/^must be (https?:\S+)/, 'dialect'],
  [/^is no regular expression of RE2: (.*)/, 'pattern'],
  [/^must lead to a part of this schema/, 'reference'],
  [/^leads nowhere/, 'nowhere'],
  [/^leads back to itself/, 'itself'],
  [/^has at most (\d+) characters/, 'long'],
]

/** What is wrong with a definition, place by place. */
export function useFlawWords() {
  const { t } = useI18n()
  return (flaw: Flaw): string => {
    const place = placeWords(flaw.path.replace(/^\/schema/, ''))
    const found = SENTENCES.find(([pattern]) => pattern.test(flaw.message))
    const words = found
      ? t(`tracking.flaws.${found[1]}`, { n: found[0].exec(flaw.message)?.[1] ?? '' })
      : flaw.message
    return place ? t('tracking.flaws.at', { place, words }) : words
  }
}
