import { get, put, remove, type Page } from './workspace'

/** A JSON Schema (2020-12) of an event's properties, as far as the page edits it; the rest it keeps. */
export interface PropertySchema {
  type?: string | string[]
  description?: string
  properties?: Record<string, PropertySchema>
  required?: string[]
  additionalProperties?: boolean | PropertySchema
  items?: PropertySchema
  [keyword: string]: unknown
}

/** An event's name, planned or seen or both. */
export interface PlannedEvent {
  /** Empty for refused events without a name, `$other` for names beyond the limit. */
  name: string
  planned: boolean
  description?: string
  updatedAt?: string
  firstSeen?: string
  lastSeen?: string
  volume: number
  accepted: number
  warned: number
  rejected: number
  /** The newest that was kept, as sent. */
  sample?: unknown
}

export interface SeenFrom {
  source: string
  firstSeen: string
  lastSeen: string
  accepted: number
  warned: number
  rejected: number
  sample?: unknown
}

export interface PlannedEventDetail extends PlannedEvent {
  by?: string
  schema?: PropertySchema
  sources: SeenFrom[]
}

export interface PlanFilter {
  query?: string
  planned?: boolean
}

const pathOf = (name: string) => `/plan/events/${encodeURIComponent(name)}`

export const plannedEvents = (filter: PlanFilter, after?: string) =>
  get<Page<PlannedEvent>>('/plan/events', {
    query: filter.query,
    planned: filter.planned === undefined ? undefined : String(filter.planned),
    after,
    limit: 50,
  })
export const plannedEvent = (name: string, signal?: AbortSignal) =>
  get<PlannedEventDetail>(pathOf(name), undefined, signal)
export const savePlannedEvent = (name: string, definition: { description: string; schema: PropertySchema }) =>
  put<PlannedEventDetail>(pathOf(name), definition)
export const deletePlannedEvent = (name: string) => remove(pathOf(name))
