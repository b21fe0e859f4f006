import { useI18n } from 'vue-i18n'
import type { QuarantineFilter } from '@/api/quarantine'
import { useFormat } from '@/format/useFormat'
import { useReasonWords } from '@/places/messages/reasons'
import { useSources } from '@/stores/lists'

/** Which events a filter means, in words. */
export function useFilterWords() {
  const { t } = useI18n()
  const format = useFormat()
  const reasons = useReasonWords()
  const sources = useSources()
  void sources.want()
  return (filter: QuarantineFilter): string => {
    const parts = [
      filter.name && t('quarantine.meant.name', { name: filter.name }),
      filter.source &&
        t('quarantine.meant.source', { source: sources.byId.get(filter.source)?.name ?? filter.source }),
      filter.reason && reasons(filter.reason),
      filter.from && t('quarantine.meant.from', { at: format.moment(filter.from) }),
      filter.to && t('quarantine.meant.to', { at: format.moment(filter.to) }),
    ].filter(Boolean)
    return parts.length ? parts.join(' · ') : t('quarantine.meant.all')
  }
}
