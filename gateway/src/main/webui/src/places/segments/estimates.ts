import { useI18n } from 'vue-i18n'
import type { Estimate } from '@/api/segments'
import { useFormat } from '@/format/useFormat'

/** A number of customers in words; one from a sample says that it is about so many. */
export function useEstimateWords() {
  const { t } = useI18n()
  const format = useFormat()
  return ({ estimate, low, high }: Estimate): string => {
    const n = format.count(estimate)
    return low === high ? n : t('segments.roughly', { n })
  }
}
