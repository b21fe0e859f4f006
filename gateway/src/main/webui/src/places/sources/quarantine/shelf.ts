import type { QuarantineFilter } from '@/api/quarantine'
import { midnight } from '@/format/time'

/** Codes of the collector's own judgement; services behind it have others, which the field takes as well. */
export const reasonCodes: string[] = [
  'plan_violation',
  'no_event_name',
  'no_id',
  'no_type',
  'unknown_type',
  'no_group_id',
  'no_previous_id',
  'not_an_object',
  'invalid_field',
  'invalid_timestamp',
  'invalid_text',
  'invalid_number',
  'text_too_long',
  'event_too_large',
  'too_deep',
  'too_many_names',
  'name_too_long',
  'too_many_events',
  'unreadable_row',
  'invalid_cell',
  'mapping_failed',
]

const DATE = /^\d{4}-\d{2}-\d{2}$/

interface Chosen {
  source?: string
  reason?: string
  name?: string
  from?: string
  to?: string
}

/** What the address says as the API asks it: days become the reader's midnights. */
export function filterOf({ source, reason, name, from, to }: Chosen): QuarantineFilter {
  return {
    source,
    reason,
    name,
    from: from && DATE.test(from) ? midnight(from, 'start') : undefined,
    to: to && DATE.test(to) ? midnight(to, 'end') : undefined,
  }
}

/** The filter that means this one, and with it only what came in the same request and failed alike. */
export function only(item: { source?: string; reason: string; name?: string; at: string }): QuarantineFilter {
  const next = new Date(Date.parse(item.at) + 1).toISOString()
  return { source: item.source, reason: item.reason, name: item.name, from: item.at, to: next }
}
