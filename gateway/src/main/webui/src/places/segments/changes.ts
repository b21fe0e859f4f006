import type { Condition } from '@/api/condition'
import { previewSegment, type Estimate, type Segment } from '@/api/segments'

/** Whom a publishing changes: nobody was in a segment that never was published. */
export interface Change {
  entering: Estimate
  leaving?: Estimate
}

/** Asks for those who would come in, and then for those who would go: two questions at once are many. */
export async function changeBy(
  condition: Condition,
  segment: Segment,
  signal?: AbortSignal,
): Promise<Change> {
  if (!segment.version) return { entering: (await previewSegment(condition, signal)).size }
  const now: Condition = { segment: segment.id }
  const entering = await previewSegment({ all: [condition, { not: now }] }, signal)
  const leaving = await previewSegment({ all: [now, { not: condition }] }, signal)
  return { entering: entering.size, leaving: leaving.size }
}

/** Whether a condition asks for a segment, itself or in one of its parts. */
export function mentions(condition: Condition, segment: string): boolean {
  if ('segment' in condition) return condition.segment === segment
  if ('not' in condition) return mentions(condition.not, segment)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return parts.some((part) => mentions(part, segment))
}
