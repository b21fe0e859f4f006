import { get, post, put, remove, within, type Page } from './workspace'
import { withQuery } from './http'
import type { Condition } from './condition'
import type { CustomerRow } from './customers'

export type SegmentState = 'draft' | 'computing' | 'live' | 'archived'

export interface Progress {
  /** The part of everyone who was asked, 0 to 1. */
  fraction: number
  partitions: { partition: number; fraction: number; members: number }[]
  estimatedEnd?: string
}

export interface Segment {
  id: string
  name: string
  condition: Condition
  words: string
  version?: number
  state: SegmentState
  members?: number
  partitionsReady?: number
  partitions?: number
  progress?: Progress
  editedAt?: string
  publishedAt?: string
}

export interface Member {
  customer: string
  since: string
  cause: string
  name?: string
  email?: string
  userId?: string
}

/** How many there are; the true number lies between the ends 95 times in 100. */
export interface Estimate {
  estimate: number
  low: number
  high: number
}

/** What a segment would be if it were published now. */
export interface Preview {
  size: Estimate
  /** How many customers were asked, and which part of all they are. */
  asked: number
  fraction: number
  exact: boolean
  samples: CustomerRow[]
  overlaps: { segment: string; name: string; both: Estimate }[]
  reachable: Record<string, Estimate>
}

/** Why a part of a condition holds for a customer, or not. */
export interface Explained {
  kind: string
  words: string
  holds: boolean
  /** The first moment at which time alone may turn it over. */
  changesAt?: string
  parts?: Explained[]
  value?: unknown
  /** Where the value of a trait comes from. */
  said?: { source?: string; attribute?: string; at: string }
  events?: { id: string; at: string; name: string; properties?: Record<string, unknown> }[]
  /** How many events counted; a question reads no more than decide it. */
  found?: number
  /** What would turn it over, in words. */
  turns?: string[]
}

export interface Explanation {
  customer: string
  segment?: string
  member?: boolean
  since?: string
  cause?: string
  at: string
  tree: Explained
}

export const segments = (locale: string) => get<Page<Segment>>('/segments', { limit: 200, locale })
export const segment = (id: string, locale: string) => get<Segment>(`/segments/${id}`, { locale })
export const createSegment = (name: string, condition: Condition) =>
  post<{ id: string }>('/segments', { name, condition })
export const saveSegment = (id: string, name: string, condition: Condition) =>
  put<Segment>(`/segments/${id}`, { name, condition })
export const publishSegment = (id: string) => post<{ version: number }>(`/segments/${id}/publish`)
export const archiveSegment = (id: string) => remove(`/segments/${id}`)
export const segmentMembers = (id: string, after?: string) =>
  get<Page<Member>>(`/segments/${id}/members`, { after })
/** The address of a file of the members, with a column for each of the traits. */
export const membersFile = (id: string, format: 'csv' | 'ndjson', traits: string[]) =>
  withQuery(within(`/segments/${id}/export`), { format, traits: traits.join(',') })
export const previewSegment = (condition: Condition, signal?: AbortSignal) =>
  post<Preview>('/segments/preview', { condition }, undefined, signal)
/** By what was published last; by the draft where nothing was. */
export const explainSegment = (id: string, customer: string, locale: string, signal?: AbortSignal) =>
  get<Explanation>(`/segments/${id}/explain`, { customer, locale }, signal)
export const explainCondition = (
  condition: Condition,
  customer: string,
  locale: string,
  signal?: AbortSignal,
) => post<Explanation>('/conditions/explain', { customer, condition }, { locale }, signal)
