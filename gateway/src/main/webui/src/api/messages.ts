import { get, post, put, type Page } from './workspace'
import type { Flaw } from './http'
import type { Profile } from './customers'

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'suppressed' | 'calledBack' | 'failed'
export const deliveryStates: DeliveryState[] = [
  'waiting',
  'sending',
  'sent',
  'suppressed',
  'calledBack',
  'failed',
]

export interface Delivery {
  key: string
  customer: string
  journey?: string
  version?: number
  node?: string
  channel: string
  template?: string
  to?: string
  subject?: string
  state: DeliveryState
  reason?: string
  requestedAt: string
  sentAt?: string
  attempts?: number
  clicks?: number
}

export interface Gate {
  gate: string
  verdict: string
  reason?: string
  at: string
}

export interface DeliveryDetail extends Delivery {
  gates?: Gate[]
  html?: string
  text?: string
  trigger?: Trigger
}

export interface Trigger {
  event?: string
  name: string
  properties?: Record<string, unknown>
  occurredAt?: string
}

export interface Template {
  id: string
  name: string
  channel: string
  subject: string
  html: string
  text: string
  revision: number
  version?: number
  editedAt?: string
  publishedAt?: string
  unpublishedChanges?: boolean
}

export interface Starter {
  key: string
  title: string
  description?: string
}

export interface Rendered {
  subject: string
  html: string
  text: string
  flaws?: Flaw[]
}

export interface Sample {
  profile: Profile & { id?: string }
  trigger: Trigger
  collections: Record<string, Record<string, unknown>[]>
}

export interface CatalogueItem {
  id: string
  name: string
  url?: string
  image_url?: string
  price?: number
  currency?: string
}

export type DeliveryFilter = { customer?: string; journey?: string; state?: string }

export const deliveries = (filter: DeliveryFilter, after?: string) =>
  get<Page<Delivery>>('/deliveries', { ...filter, after })
export const delivery = (key: string) => get<DeliveryDetail>(`/deliveries/${key}`)
export const templates = () => get<Page<Template>>('/templates', { limit: 200 })
export const template = (id: string) => get<Template>(`/templates/${id}`)
export const starters = (locale: string) => get<Page<Starter>>('/templates/starters', { locale })
export const createTemplate = (template: { name: string; starter: string; locale: string } | TemplateBody) =>
  post<{ id: string }>('/templates', template)
export type TemplateBody = Pick<Template, 'name' | 'channel' | 'subject' | 'html' | 'text'>
export const saveTemplate = (id: string, revision: number, body: TemplateBody) =>
  put<Template>(`/templates/${id}`, { revision, ...body })
export const publishTemplate = (id: string) => post<{ version: number }>(`/templates/${id}/publish`)
export const preview = (body: Pick<Template, 'subject' | 'html' | 'text'> & Sample) =>
  post<Rendered>('/templates/preview', body)
export const catalogue = (query: string, after?: string) =>
  get<Page<CatalogueItem>>('/catalogue/items', { query, after })
export const importCatalogue = (items: unknown[]) => put<{ stored: number }>('/catalogue/items', items)
