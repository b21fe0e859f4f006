import { get, type Page } from './workspace'

export interface CustomerRow {
  id: string
  name?: string
  email?: string
  userId?: string
  lastSeen?: string
}

export interface Profile {
  identities?: Record<string, string>
  traits?: Record<string, unknown>
  segments?: string[]
  consents?: Record<string, { granted: boolean; at: string }>
}

/** A trait, and where it comes from: a source that said it, or an attribute that makes it. */
export interface KnownTrait {
  value: unknown
  type: string
  source?: string
  attribute?: string
  at: string
  /** What a score is made of: the points of each factor. */
  factors?: Record<string, number>
}

export interface Tag {
  name: string
  by: string
  at: string
  until?: string
}

/** An account that a customer belongs to. */
export interface Belonging {
  id: string
  /** Of which type of groups it is, where groups have types. */
  groupType?: string
  groupId: string
  name?: string
  /** Whether it is the one that conditions ask about. */
  current: boolean
  since: string
  said: string
  source?: string
  traits?: Record<string, KnownTrait>
}

export interface Customer {
  id: string
  redirectedFrom?: string
  profile: Profile
  traits?: Record<string, KnownTrait>
  tags?: Tag[]
  accounts?: Belonging[]
  firstSeen?: string
  lastSeen?: string
  events?: number
}

export interface Happening {
  id: string
  at: string
  name: string
  /** An event is theirs, an outcome ours; what is derived followed from either, or from time. */
  type: 'event' | 'outcome' | 'derived'
  source?: string
  properties?: Record<string, unknown>
  origin?: string
  historic?: boolean
  /** What something derived followed from. */
  follows?: string
  cause?: { journey?: string; version?: number; node?: string; enrollment?: string }
}

export const customers = (query: string, signal?: AbortSignal) =>
  get<Page<CustomerRow>>('/customers', { query }, signal)
export const customer = (id: string) => get<Customer>(`/customers/${id}`)
export interface TimelineFilter {
  kind?: Happening['type']
  /** The name of an event or outcome. */
  name?: string
  /** Nothing that happened earlier. */
  from?: string
}

export const timeline = (id: string, filter: TimelineFilter = {}, before?: string) =>
  get<Page<Happening>>(`/customers/${id}/timeline`, { ...filter, before, limit: 50 })
