import {
  mdiAccountGroupOutline,
  mdiAccountMultipleOutline,
  mdiChartSankeyVariant,
  mdiCogOutline,
  mdiEmailOutline,
  mdiHomeOutline,
  mdiImport,
  mdiSitemapOutline,
} from '@mdi/js'

export interface Place {
  name: string
  icon: string
  /** Names of routes that lie in this place; the first is its front. */
  routes: string[]
}

export const places: Place[] = [
  { name: 'home', icon: mdiHomeOutline, routes: ['home'] },
  { name: 'journeys', icon: mdiSitemapOutline, routes: ['journeys', 'new-journey', 'journey'] },
  {
    name: 'segments',
    icon: mdiAccountGroupOutline,
    routes: ['segments', 'new-segment', 'segment', 'traits', 'new-trait', 'trait'],
  },
  {
    name: 'customers',
    icon: mdiAccountMultipleOutline,
    routes: ['customers', 'customer', 'account', 'erasures', 'erasure'],
  },
  {
    name: 'messages',
    icon: mdiEmailOutline,
    routes: ['messages', 'delivery', 'templates', 'template', 'catalogue'],
  },
  { name: 'insights', icon: mdiChartSankeyVariant, routes: ['funnel', 'paths', 'insights'] },
  {
    name: 'sources',
    icon: mdiImport,
    routes: [
      'sources',
      'source',
      'events',
      'plan',
      'plan-event',
      'quarantine',
      'imports',
      'new-import',
      'import',
    ],
  },
  { name: 'settings', icon: mdiCogOutline, routes: ['settings'] },
]

export const placeOf = (route: string): Place | undefined =>
  places.find(({ routes }) => routes.includes(route))
