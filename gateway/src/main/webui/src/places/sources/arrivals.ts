import type { Arrival } from '@/api/sources'

/** An arrival with a key of its own, since a rejected event may have no id. */
export interface Seen extends Arrival {
  key: string
}

export const MOST_SHOWN = 100
let rejected = 0

/** The newest first, each once: the first answer and the stream overlap. */
export function merged(known: Seen[], news: Arrival[]): Seen[] {
  const seen = new Set(known.map(({ key }) => key))
  const added = news.map(keyed).filter(({ key }) => !seen.has(key))
  if (added.length === 0) return known
  return [...added, ...known].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, MOST_SHOWN)
}

function keyed(arrival: Arrival): Seen {
  const key = arrival.messageId
    ? `${arrival.messageId}/${arrival.at}`
    : `${arrival.at}/${arrival.reason ?? ''}/${++rejected}`
  return { ...arrival, key }
}
