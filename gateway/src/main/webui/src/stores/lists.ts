import { journeys, recipes } from '@/api/journeys'
import { segments } from '@/api/segments'
import { starters, templates } from '@/api/messages'
import { eventNames } from '@/api/insights'
import { plannedEvents } from '@/api/trackingPlan'
import { members, sources } from '@/api/sources'
import { language } from '@/i18n'
import { useKnownProperties } from './known'
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
/** Events that the tracking plan has, whether they were ever seen or not. */
export const usePlannedEvents = listStore(
  'plannedEvents',
  () => plannedEvents({ planned: true }),
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
    usePlannedEvents,
    useSources,
    useMembers,
  ]
  for (const store of stores) store().forget()
  useKnownProperties().forget()
}
