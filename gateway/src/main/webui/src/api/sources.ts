import { get, post, put, remove, within, type Page } from './workspace'
import type { Role } from './session'

export interface Source {
  id: string
  name: string
  enabled: boolean
  keyHint: string
  /** Whether the key before is still valid. */
  rotating?: boolean
  historicAfter?: string
  createdAt: string
}

/** A write key is shown once, when it is made. */
export interface NewKey {
  id: string
  name: string
  writeKey: string
}

export interface Arrival {
  at: string
  source?: string
  verdict: 'accepted' | 'rejected'
  reason?: string
  detail?: string
  type?: string
  name?: string
  messageId?: string
  userId?: string
  anonymousId?: string
  event?: Record<string, unknown>
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
export const saveSource = (id: string, name: string, enabled: boolean) =>
  put(`/sources/${id}`, { name, enabled })
export const arrivals = () => get<Page<Arrival>>('/events', { limit: 100 })
export const arrivalsStream = () => within('/events/stream')
export const members = () => get<Page<PersonRow>>('/members')
export const invite = (email: string, role: Role) => post('/members', { email, role })
export const dismiss = (id: string) => remove(`/members/${encodeURIComponent(id)}`)
