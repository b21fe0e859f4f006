import { get, post, put, type Page } from './workspace'
import type { Flaw } from './http'
import { whole, type Plan } from './plan'

export type JourneyState = 'draft' | 'live' | 'closed' | 'ended'

export interface JourneyRow {
  id: string
  name: string
  state: JourneyState
  version?: number
  draftRevision: number
  editedAt: string
  publishedAt?: string
  unpublishedChanges: boolean
}

export interface Published {
  version: number
  publishedAt: string
  by?: string
}

export interface Journey {
  id: string
  state: JourneyState
  version?: number
  revision: number
  draft: Plan
  published: Published[]
  flaws: Flaw[]
  words: Record<string, string>
}

export interface JourneyVersion {
  definition: { version: number; publishedAt: string; plan: Plan }
  words: Record<string, string>
}

export interface RecipeParameter {
  name: string
  label: string
  kind: 'text' | 'duration' | 'event' | 'template' | 'boolean'
  default?: string | boolean
  required: boolean
}

export interface Recipe {
  key: string
  title: string
  description: string
  parameters: RecipeParameter[]
}

export interface Enrollment {
  id: string
  journey: string
  version: number
  state: string
  node?: string
  since: string
  wakesAt?: string
  key?: string
  trigger?: { name: string; properties?: Record<string, unknown> }
}

const filled = (journey: Journey): Journey => ({
  ...journey,
  draft: whole(journey.draft),
  published: journey.published ?? [],
  flaws: journey.flaws ?? [],
  words: journey.words ?? {},
})

export const journeys = (after?: string) => get<Page<JourneyRow>>('/journeys', { limit: 200, after })
export const journey = async (id: string, locale: string) =>
  filled(await get<Journey>(`/journeys/${id}`, { locale }))
export const createJourney = (plan: Plan) => post<{ id: string }>('/journeys', { plan })
export const saveDraft = async (id: string, revision: number, plan: Plan, locale: string) =>
  filled(await put<Journey>(`/journeys/${id}/draft`, { revision, plan }, { locale }))
export const publishJourney = (id: string) => post<{ version: number }>(`/journeys/${id}/publish`)
export const setJourneyState = (id: string, verb: 'close' | 'open' | 'end') => post(`/journeys/${id}/${verb}`)
export const recipes = (locale: string) => get<Page<Recipe>>('/recipes', { locale })
export const cook = (key: string, parameters: Record<string, unknown>) =>
  post<{ id: string }>(`/recipes/${encodeURIComponent(key)}`, { parameters })
export const enrollments = (customer: string) => get<Page<Enrollment>>('/enrollments', { customer })

/** One edition; the definition's plan stands in `plan` of it, or is the definition itself. */
export async function journeyVersion(id: string, version: number, locale: string): Promise<JourneyVersion> {
  const answer = await get<JourneyVersion>(`/journeys/${id}/versions/${version}`, { locale })
  return {
    words: answer.words ?? {},
    definition: { ...answer.definition, plan: whole(answer.definition.plan) },
  }
}
