import { MOST_ARRIVALS, type Arrival } from '@/api/arrivals'

/** An arrival with a key of its own, since a rejected event may have no id. */
export interface Seen extends Arrival {
  key: string
}

export const fates = ['accepted', 'warned', 'rejected'] as const
export type Fate = (typeof fates)[number]

let unnamed = 0

/** The newest first, each once: the first answer and the stream overlap. */
export function merged(known: Seen[], news: Arrival[]): Seen[] {
  const seen = new Set(known.map(({ key }) => key))
  const added = news.map(keyed).filter(({ key }) => !seen.has(key))
  if (added.length === 0) return known
  return [...added, ...known].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, MOST_ARRIVALS)
}

function keyed(arrival: Arrival): Seen {
  const key = arrival.messageId
    ? `${arrival.messageId}/${arrival.at}`
    : `${arrival.at}/${arrival.reason ?? ''}/${++unnamed}`
  return { ...arrival, key }
}

/** What became of it, in one of three words. */
export function fateOf(arrival: Arrival): Fate {
  if (arrival.verdict === 'rejected') return 'rejected'
  return arrival.warnings?.length ? 'warned' : 'accepted'
}

/** The name under which the plan and quarantine know it: a page is `$page`, whatever the page is called. */
export function planName(arrival: Pick<Arrival, 'type' | 'name'>): string | undefined {
  if (!arrival.type) return undefined
  return arrival.type === 'track' ? arrival.name : `$${arrival.type}`
}
