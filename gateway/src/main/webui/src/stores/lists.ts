import { journeys, recipes } from '@/api/journeys'
import { segments } from '@/api/segments'
import { starters, templates } from '@/api/messages'
import { eventNames } from '@/api/insights'
import { members, sources } from '@/api/sources'
import { language } from '@/i18n'
import { listStore } from './list'

export const useJourneys = listStore(
  'journeys',
  () => journeys(),
  (row) => row.id,
)
export const useRecipes = listStore(
  'recipes',
  () => recipes(language()),
  (row) => row.key,
)
export const useSegments = listStore(
  'segments',
  () => segments(language()),
  (row) => row.id,
)
export const useTemplates = listStore(
  'templates',
  () => templates(),
  (row) => row.id,
)
export const useStarters = listStore(
  'starters',
  () => starters(language()),
  (row) => row.key,
)
export const useEventNames = listStore(
  'eventNames',
  () => eventNames(),
  (row) => row.name,
)
export const useSources = listStore(
  'sources',
  () => sources(),
  (row) => row.id,
)
export const useMembers = listStore(
  'members',
  () => members(),
  (row) => row.id,
)

/** Another workspace was entered, or another language chosen: nothing that was loaded holds. */
export function forgetLists(): void {
  const stores = [
    useJourneys,
    useRecipes,
    useSegments,
    useTemplates,
    useStarters,
    useEventNames,
    useSources,
    useMembers,
  ]
  for (const store of stores) store().forget()
}
