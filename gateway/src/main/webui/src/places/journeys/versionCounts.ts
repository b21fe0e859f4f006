import type { JourneyCounts } from '@/api/insights'

/** How many stand on a version now, where that is known. */
export function insideOf(counts: JourneyCounts | undefined, version: number): number | undefined {
  const found = counts?.versions?.[String(version)]
  return typeof found === 'number' ? found : found?.inside
}
