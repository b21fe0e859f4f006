import { get, post, within, type Page } from './workspace'
import type { Condition } from './condition'

export interface JourneyTotals {
  journey: string
  entered: number
  inside: number
  ended: number
  sent: number
}

export interface MessageCounts {
  requested: number
  sent: number
  suppressed: number
  calledBack: number
  failed: number
  clicked: number
}

export interface NodeCounts {
  waiting: number
  passed: number
  left: number
  messages?: MessageCounts
}

export interface EdgeCount {
  node: string
  edge?: string
  next?: string
  count: number
}

export interface JourneyCounts {
  entered: number
  refused?: Record<string, number>
  nodes?: Record<string, NodeCounts>
  edges?: EdgeCount[]
  versions?: Record<string, number | { entered?: number; inside?: number }>
}

export interface Rate {
  rate: number
  low: number
  high: number
}

export interface FunnelStepAsk {
  event: string
  where?: Condition
}

export interface FunnelAsk {
  steps: FunnelStepAsk[]
  within: string
  from: string
  to: string
}

export interface FunnelStep {
  event: string
  people: number
  ofPrevious?: Rate
  ofFirst?: Rate
  medianFromPreviousMs?: number | null
}

export interface Funnel {
  steps: FunnelStep[]
  dropped?: number[]
}

export interface PathsAsk {
  from: string
  to: string
  depth: number
  top: number
  start?: string
}

export interface PathNode {
  id: string
  step: number
  event: string
  people: number
  ended: number
}

export interface Paths {
  nodes: PathNode[]
  links: { source: string; target: string; people: number }[]
}

export interface EventName {
  name: string
  count: number
}

export interface WhyStep {
  at: string
  kind: string
  node?: string
  reason?: string
  gate?: string
  verdict?: string
  details?: Record<string, unknown>
}

/** Whose number it is: those who reached a step of a funnel, from 1, or went no further; those at a node. */
export type PeopleAsk =
  { funnel: FunnelAsk; step: number; dropped: boolean } | { journey: string; node: string }

export const allCounts = () => get<{ items: JourneyTotals[] }>('/insights/journeys')
export const journeyCounts = (id: string, version?: number) =>
  get<JourneyCounts>(`/insights/journeys/${id}`, { version })
export const journeyCountsStream = (id: string) => within(`/insights/journeys/${id}/stream`)
export const funnel = (ask: FunnelAsk) => post<Funnel>('/insights/funnel', ask)
export const paths = (ask: PathsAsk) => post<Paths>('/insights/paths', ask)
/** Every event's name and how often it came, the most frequent first. */
export async function eventNames(): Promise<Page<EventName>> {
  const page = await get<Page<{ name: string; events: number }>>('/insights/events')
  const items = page.items.map(({ name, events }) => ({ name, count: events }))
  return { items: items.sort((a, b) => b.count - a.count) }
}
export const why = (customer: string, journey: string) =>
  get<Page<WhyStep>>('/insights/why', { customer, journey })
/** Their ids, a page at a time. */
export const people = (ask: PeopleAsk, after?: string) =>
  post<Page<string>>('/insights/people', ask, { limit: 20, after })
