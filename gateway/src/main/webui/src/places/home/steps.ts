import type { EventName } from '@/api/insights'
import type { JourneyRow } from '@/api/journeys'
import type { Source } from '@/api/sources'

export interface Step {
  name: 'source' | 'event' | 'journey'
  done: boolean
  /** The first that is not done is the one that is open. */
  open: boolean
}

/** What is left to do before the first message leaves. */
export function stepsOf(sources: Source[], events: EventName[], journeys: JourneyRow[]): Step[] {
  const done = {
    source: sources.length > 0 || events.length > 0,
    event: events.length > 0,
    journey: journeys.some(({ state }) => state !== 'draft'),
  }
  const names = ['source', 'event', 'journey'] as const
  const next = names.find((name) => !done[name])
  return names.map((name) => ({ name, done: done[name], open: name === next }))
}
