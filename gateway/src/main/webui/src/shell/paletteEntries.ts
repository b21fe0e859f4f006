import { computed, shallowRef } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { useI18n } from 'vue-i18n'
import {
  mdiAccountGroupOutline,
  mdiAccountOutline,
  mdiEmailOutline,
  mdiImport,
  mdiPlus,
  mdiSitemapOutline,
  mdiThemeLightDark,
  mdiTranslate,
} from '@mdi/js'
import { customers as findCustomers } from '@/api/customers'
import { choose, languages, type Language } from '@/i18n'
import { useChoices } from '@/stores/choices'
import { useJourneys, useSegments, useTemplates } from '@/stores/lists'
import { useSession } from '@/stores/session'
import { places } from './places'

export interface PaletteEntry {
  id: string
  title: string
  group: string
  icon: string
  to?: RouteLocationRaw
  run?: () => void
}

const SHORTEST_QUERY = 3

/** Everything that has a name, and everything that a menu does. */
export function usePaletteEntries() {
  const { t } = useI18n()
  const session = useSession()
  const choices = useChoices()
  const lists = { journeys: useJourneys(), segments: useSegments(), templates: useTemplates() }
  const customers = shallowRef<PaletteEntry[]>([])
  for (const list of Object.values(lists)) void list.want()

  const to = (name: string, params: Record<string, string> = {}) => ({
    name,
    params: { workspace: session.workspaceId, ...params },
  })

  const fronts = computed(() =>
    places.map(({ name, icon, routes }) =>
      entry(`place-${name}`, t(`places.${name}`), t('palette.place'), icon, to(routes[0]!)),
    ),
  )
  const doings = computed((): PaletteEntry[] => [
    ...(session.may('author')
      ? [
          entry('new-journey', t('journeys.new'), t('palette.action'), mdiPlus, to('new-journey')),
          entry('new-segment', t('segments.new'), t('palette.action'), mdiPlus, to('new-segment')),
        ]
      : []),
    entry('paths', t('insights.paths'), t('places.insights'), mdiSitemapOutline, to('paths')),
    entry('events', t('arriving.title'), t('places.sources'), mdiImport, to('events')),
    entry('plan', t('tracking.title'), t('places.sources'), mdiImport, to('plan')),
    entry('imports', t('imports.title'), t('places.sources'), mdiImport, to('imports')),
    entry('quarantine', t('quarantine.title'), t('places.sources'), mdiImport, to('quarantine')),
    {
      ...entry('look', t('palette.look'), t('palette.action'), mdiThemeLightDark),
      run: () => (choices.look = choices.look === 'dark' ? 'light' : 'dark'),
    },
    ...Object.entries(languages).map(([code, name]) => ({
      ...entry(`language-${code}`, name, t('palette.language'), mdiTranslate),
      run: () => void choose(code as Language),
    })),
  ])
  const named = computed(() => [
    ...(lists.journeys.items ?? []).map((row) =>
      entry(row.id, row.name, t('places.journeys'), mdiSitemapOutline, to('journey', { id: row.id })),
    ),
    ...(lists.segments.items ?? []).map((row) =>
      entry(row.id, row.name, t('places.segments'), mdiAccountGroupOutline, to('segment', { id: row.id })),
    ),
    ...(lists.templates.items ?? []).map((row) =>
      entry(row.id, row.name, t('messages.templates'), mdiEmailOutline, to('template', { id: row.id })),
    ),
  ])

  let latest = ''
  async function searchCustomers(query: string): Promise<void> {
    latest = query
    if (query.trim().length < SHORTEST_QUERY) return void (customers.value = [])
    const page = await findCustomers(query.trim()).catch(() => ({ items: [] }))
    if (latest !== query) return
    customers.value = page.items
      .slice(0, 5)
      .map((row) =>
        entry(
          row.id,
          row.name || row.email || row.userId || row.id,
          t('places.customers'),
          mdiAccountOutline,
          to('customer', { id: row.id }),
        ),
      )
  }

  return {
    entries: computed(() => [...fronts.value, ...named.value, ...doings.value]),
    customers,
    searchCustomers,
  }
}

function entry(id: string, title: string, group: string, icon: string, to?: RouteLocationRaw): PaletteEntry {
  return { id, title, group, icon, to }
}
