import { get, post, put, remove, type Page } from './workspace'
import type { Condition } from './condition'

export type SegmentState = 'draft' | 'computing' | 'live' | 'archived'

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
  editedAt?: string
  publishedAt?: string
}

export interface Member {
  customer: string
  since: string
  cause: string
  name?: string
  email?: string
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
