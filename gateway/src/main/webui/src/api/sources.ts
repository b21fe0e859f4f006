import { get, post, put, remove, type Page } from './workspace'
import type { Role } from './session'

export type Keep = 'full' | 'truncated' | 'none'
export type PlanMode = 'allow' | 'warn' | 'quarantine'

/** What a source lets in, and how much of it is kept. */
export interface IntakeRules {
  /** Absent or empty lets every site in. */
  origins?: string[]
  eventsPerSecond?: number
  address: Keep
  userAgent: Keep
  plan: PlanMode
  traitsFromContext: boolean
}

/** How a webhook's signature is checked, for senders that have no preset. */
export interface SignatureRule {
  header: string
  hash: 'sha1' | 'sha256' | 'sha512'
  encoding: 'hex' | 'base64'
  prefix?: string
  timestampHeader?: string
  signed: string
}

export interface Webhook {
  preset: string
  secretSet: boolean
  rule?: SignatureRule
  mapping: string
}

/** How late a source's events arrive, and up to when they are all here. */
export interface Lag {
  p50Ms?: number
  p99Ms?: number
  events: number
  watermark?: string
  completeUpTo?: string
  at: string
}

export interface Source {
  id: string
  name: string
  enabled: boolean
  keyHint: string
  /** Whether the key before is still valid. */
  rotating?: boolean
  historicAfter?: string
  rules?: IntakeRules
  webhook?: Webhook
  createdAt: string
  /** Absent while no collector has told of it. */
  lag?: Lag
}

/** A write key is shown once, when it is made. */
export interface NewKey {
  id: string
  name: string
  writeKey: string
}

/** What is absent stays as it is; the secret is never answered again. */
export interface SourceChange {
  name: string
  enabled: boolean
  historicAfter?: string
  rules?: IntakeRules
  webhook?: { preset: string; secret?: string; rule?: SignatureRule; mapping?: string }
}

export interface PersonRow {
  id: string
  name?: string
  email: string
  role: Role
}

export const sources = () => get<Page<Source>>('/sources')
export const createSource = (name: string) => post<NewKey>('/sources', { name })
export const rotateKey = (id: string) => post<NewKey>(`/sources/${id}/rotate`)
export const dropOldKey = (id: string) => remove(`/sources/${id}/keys/old`)
export const saveSource = (id: string, change: SourceChange) => put<Source>(`/sources/${id}`, change)
export const dropWebhook = (id: string) => remove(`/sources/${id}/webhook`)
/** Nothing older will come from this source: what waits for its late data goes on. */
export const declareComplete = (id: string, completeUpTo: string) =>
  post(`/feeds/${id}/complete-up-to`, { completeUpTo })
export const members = () => get<Page<PersonRow>>('/members')
export const invite = (email: string, role: Role) => post('/members', { email, role })
export const dismiss = (id: string) => remove(`/members/${encodeURIComponent(id)}`)
