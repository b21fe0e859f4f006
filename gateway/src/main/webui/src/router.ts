import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

/** Places in the order of the navigation; each is a chunk of its own. */
const places: RouteRecordRaw[] = [
  { path: '', name: 'home', component: () => import('./places/home/HomePage.vue') },
  { path: 'journeys', name: 'journeys', component: () => import('./places/journeys/JourneysPage.vue') },
  {
    path: 'journeys/new/:recipe?',
    name: 'new-journey',
    component: () => import('./places/journeys/NewJourneyPage.vue'),
  },
  {
    path: 'journeys/:id',
    name: 'journey',
    component: () => import('./places/journeys/JourneyPage.vue'),
    meta: { wide: true },
  },
  { path: 'segments', name: 'segments', component: () => import('./places/segments/SegmentsPage.vue') },
  { path: 'segments/new', name: 'new-segment', component: () => import('./places/segments/SegmentPage.vue') },
  {
    path: 'segments/traits',
    name: 'traits',
    component: () => import('./places/segments/traits/TraitsPage.vue'),
  },
  {
    path: 'segments/traits/new',
    name: 'new-trait',
    component: () => import('./places/segments/traits/TraitPage.vue'),
  },
  {
    path: 'segments/traits/:id',
    name: 'trait',
    component: () => import('./places/segments/traits/TraitPage.vue'),
  },
  { path: 'segments/:id', name: 'segment', component: () => import('./places/segments/SegmentPage.vue') },
  { path: 'customers', name: 'customers', component: () => import('./places/customers/CustomersPage.vue') },
  {
    path: 'customers/accounts/:id',
    name: 'account',
    component: () => import('./places/customers/AccountPage.vue'),
  },
  { path: 'customers/:id', name: 'customer', component: () => import('./places/customers/CustomerPage.vue') },
  {
    path: 'customers/erasures',
    name: 'erasures',
    component: () => import('./places/customers/ErasuresPage.vue'),
  },
  {
    path: 'customers/erasures/:id',
    name: 'erasure',
    component: () => import('./places/customers/ErasurePage.vue'),
  },
  { path: 'messages', name: 'messages', component: () => import('./places/messages/DeliveriesPage.vue') },
  {
    path: 'messages/sent/:key',
    name: 'delivery',
    component: () => import('./places/messages/DeliveryPage.vue'),
  },
  {
    path: 'messages/templates',
    name: 'templates',
    component: () => import('./places/messages/TemplatesPage.vue'),
  },
  {
    path: 'messages/templates/:id',
    name: 'template',
    component: () => import('./places/messages/TemplatePage.vue'),
    meta: { wide: true },
  },
  {
    path: 'messages/catalogue',
    name: 'catalogue',
    component: () => import('./places/messages/CataloguePage.vue'),
  },
  { path: 'insights', name: 'insights', redirect: (to) => ({ name: 'funnel', params: to.params }) },
  { path: 'insights/funnel', name: 'funnel', component: () => import('./places/insights/FunnelPage.vue') },
  { path: 'insights/paths', name: 'paths', component: () => import('./places/insights/PathsPage.vue') },
  { path: 'sources', name: 'sources', component: () => import('./places/sources/SourcesPage.vue') },
  {
    path: 'sources/events',
    name: 'events',
    component: () => import('./places/sources/arriving/EventsPage.vue'),
  },
  { path: 'sources/plan', name: 'plan', component: () => import('./places/sources/plan/PlanPage.vue') },
  {
    path: 'sources/plan/:name',
    name: 'plan-event',
    component: () => import('./places/sources/plan/PlanEventPage.vue'),
  },
  {
    path: 'sources/imports',
    name: 'imports',
    component: () => import('./places/sources/imports/ImportsPage.vue'),
  },
  {
    path: 'sources/imports/new',
    name: 'new-import',
    component: () => import('./places/sources/imports/NewImportPage.vue'),
  },
  {
    path: 'sources/imports/:id',
    name: 'import',
    component: () => import('./places/sources/imports/ImportPage.vue'),
  },
  {
    path: 'sources/:id',
    name: 'source',
    component: () => import('./places/sources/source/SourcePage.vue'),
  },
  {
    path: 'sources/quarantine',
    name: 'quarantine',
    component: () => import('./places/sources/quarantine/QuarantinePage.vue'),
  },
  { path: 'settings', name: 'settings', component: () => import('./places/settings/SettingsPage.vue') },
  { path: ':rest(.*)*', name: 'nowhere', component: () => import('./shell/NowherePage.vue') },
]

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/w/:workspace', component: () => import('./shell/WorkspaceShell.vue'), children: places },
    { path: '/signed-out', name: 'signed-out', component: () => import('./places/signin/SignedOutPage.vue') },
    {
      path: '/workspaces/new',
      name: 'new-workspace',
      component: () => import('./places/signin/NewWorkspacePage.vue'),
    },
    { path: '/:rest(.*)*', name: 'door', component: () => import('./places/signin/DoorPage.vue') },
  ],
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash, top: 72 } : { top: 0 }),
})
