import { get, post, type Page } from './workspace'

/** Something that could not be used, put aside with its reason. */
export interface Quarantined {
  id: string
  at: string
  /** Who could not use it: the collector, or a service behind it. */
  service: string
  source?: string
  reason: string
  detail: string
  name?: string
  messageId?: string
  /** Whether it can be judged anew. */
  replayable: boolean
  /** Whether a replay has taken it; absent when nobody can tell at the moment. */
  replayed?: boolean
  event?: unknown
}

export interface QuarantineFilter {
  source?: string
  reason?: string
  name?: string
  from?: string
  to?: string
}

export interface Replay extends QuarantineFilter {
  id: string
  state: 'running' | 'done' | 'failed'
  detail?: string
  examined: number
  replayed: number
  refused: number
  skipped: number
  createdAt: string
  by: string
  endedAt?: string
}

export const quarantined = (filter: QuarantineFilter, after?: string) =>
  get<Page<Quarantined>>('/quarantine', { ...filter, after, limit: 50 })
export const replays = () => get<Page<Replay>>('/quarantine/replays', { limit: 10 })
export const replay = (id: string) => get<Replay>(`/quarantine/replays/${encodeURIComponent(id)}`)
export const startReplay = (filter: QuarantineFilter) => post<Replay>('/quarantine/replays', filter)
