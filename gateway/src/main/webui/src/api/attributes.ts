import { get, post, put, remove, type Page } from './workspace'
import type { Condition, Step, Window } from './condition'
import type { SegmentState } from './segments'

export const valuesOf = [
  'count',
  'sum',
  'average',
  'minimum',
  'maximum',
  'first',
  'last',
  'mostFrequent',
  'unique',
] as const

/** One value made of all the events of a name. */
export interface Computed extends Step {
  of: (typeof valuesOf)[number]
  property?: string
  window?: Window
}

/** Recency, frequency and monetary value of purchases, each with four bounds between five scores. */
export interface Rfm {
  event: string
  property: string
  window?: Window
  recency: number[]
  frequency: number[]
  monetary: number[]
}

export interface Stage {
  name: string
  when: Condition
}

export interface Stages {
  stages: Stage[]
  backwards?: boolean
}

export type FactorSource = { trait: string } | { daysSince: string }
export type Scale =
  { linear: { worst: number; best: number } } | { bands: { atLeast: number; points: number }[] }

export interface Factor {
  name: string
  weight: number
  of: FactorSource
  scale: Scale
  halfLife?: string
}

export interface Levels {
  trait: string
  levels: { name: string; from: number }[]
  hysteresis?: number
}

export interface Score {
  factors: Factor[]
  levels?: Levels
  step?: number
}

export interface Slot {
  event: string
  id: string
  at: string
  endedBy?: string[]
}

export interface Reminders {
  tells: string
  of: { trait: string } | { slot: Slot }
  before: string[]
}

/** Something that is told to every member of a segment at a time, once or again and again. */
export interface Schedule {
  tells: string
  segment: string
  at: string
  every?: string
  over?: string
}

/** How a trait follows from what is known of a customer: an object with one member. */
export type Rule =
  | { computed: Computed }
  | { rfm: Rfm }
  | { stages: Stages }
  | { score: Score }
  | { reminders: Reminders }
  | { schedule: Schedule }

export interface Attribute {
  id: string
  /** The trait that it makes. */
  name: string
  rule: Rule
  version?: number
  state: SegmentState
  partitionsReady?: number
  partitions?: number
  editedAt?: string
  publishedAt?: string
}

export const attributes = () => get<Page<Attribute>>('/attributes', { limit: 200 })
export const attribute = (id: string) => get<Attribute>(`/attributes/${id}`)
/** What most workspaces want, to be switched on as it is or changed first. */
export const readyMade = () => get<{ items: { name: string; rule: Rule }[] }>('/attributes/ready-made')
export const createAttribute = (name: string, rule: Rule) => post<Attribute>('/attributes', { name, rule })
export const saveAttribute = (id: string, name: string, rule: Rule) =>
  put<Attribute>(`/attributes/${id}`, { name, rule })
export const publishAttribute = (id: string) => post<{ version: number }>(`/attributes/${id}/publish`)
export const archiveAttribute = (id: string) => remove(`/attributes/${id}`)
