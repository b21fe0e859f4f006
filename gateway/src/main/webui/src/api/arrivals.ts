import { withQuery } from './http'
import { get, within, type Page } from './workspace'

/** A place where an event is not what the tracking plan says. */
export interface Breach {
  /** A JSON Pointer into its properties; empty for the whole. */
  path: string
  message: string
}

/** An event as it came in, taken or not. */
export interface Arrival {
  at: string
  sourceId?: string
  /** What people call the source. */
  source?: string
  verdict: 'accepted' | 'rejected'
  reason?: string
  detail?: string
  /** Of an accepted one, where it is not what the plan says. */
  warnings?: Breach[]
  type?: string
  name?: string
  messageId?: string
  userId?: string
  anonymousId?: string
  /** As it was sent; a text where that was no JSON. */
  event?: unknown
}

export interface ArrivalFilter {
  source?: string
  verdict?: 'accepted' | 'warned' | 'rejected'
  name?: string
}

export const MOST_ARRIVALS = 100

export const arrivals = (filter: ArrivalFilter, signal?: AbortSignal) =>
  get<Page<Arrival>>('/events', { ...filter, limit: MOST_ARRIVALS }, signal)
export const arrivalsStream = (filter: ArrivalFilter) => withQuery(within('/events/stream'), { ...filter })
