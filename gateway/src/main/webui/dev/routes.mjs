import * as world from './world.mjs'
import { found, list } from './answers.mjs'
import { funnel, paths } from './insights.mjs'
import { collectingRoutes } from './collectingRoutes.mjs'
import { importRoutes } from './imports.mjs'
import { journeyRoutes } from './journeyRoutes.mjs'
import { attributeRoutes } from './attributes.mjs'
import { segmentRoutes } from './segmentRoutes.mjs'

const render = (text, { profile, collections }) =>
  (text ?? '')
    .replace(/{% for item in cart %}(.*?){% endfor %}/gs, (_, body) =>
      (collections?.cart ?? [])
        .map((item) => body.replace('{{ item.name }}', item.name).replace('{{ item.price }}', item.price))
        .join(''),
    )
    .replace(/{{ customer\.name[^}]*}}/g, profile?.traits?.name ?? 'Hello')
const erasure = (id) => ({
  id,
  requestedAt: world.ago(0),
  requestedBy: 'Hana Sato',
  receipts: [
    {
      service: 'segmentation',
      customer: world.uuid(),
      removed: [
        { store: 'identities', count: 3 },
        { store: 'profiles', count: 2 },
        { store: 'timeline', count: 12_431 },
      ],
      at: world.ago(0),
      filesCleanBy: world.ago(-46_080),
    },
  ],
})
/** [method, path pattern, answer]; what is in braces comes as `at`. */
export const routes = [
  ...collectingRoutes,
  ...importRoutes,
  ['GET', '/members', () => list(world.members)],
  ['POST', '/members', ({ body }) => world.members.push({ id: world.uuid(), ...body })],
  ...segmentRoutes,
  ...attributeRoutes,
  [
    'GET',
    '/customers',
    ({ query }) =>
      list(
        world.customers.filter(
          (each) => !query.get('query') || Object.values(each).includes(query.get('query')),
        ),
      ),
  ],
  ['DELETE', '/customers/{id}', () => ({ id: world.uuid() })],
  ['GET', '/erasures', () => list([erasure(world.uuid()), erasure(world.uuid())])],
  ['GET', '/erasures/{id}', ({ at }) => erasure(at.id)],
  ['POST', '/erasures/{id}/lift', ({ at }) => ({ id: at.id })],
  [
    'GET',
    '/customers/{id}',
    ({ at }) => {
      const who = world.customers.find(({ id }) => id === at.id)
      return found(
        who && {
          id: who.id,
          profile: {
            identities: {
              user: who.userId,
              email: who.email,
              anonymous: '7f1c0e52-9d1b-4d0a-8f6e-0b6f2f6f9a01',
            },
            traits: {
              name: who.name,
              email: who.email,
              country: 'JP',
              plan: 'gold',
              timezone: 'Asia/Tokyo',
              orders: 12,
            },
            segments: [[...world.segments.keys()][0]],
            consents: { email: { granted: true, at: world.ago(9_000) } },
          },
          traits: world.traitsOf(who),
          tags: [
            { name: 'vip', by: 'Cart drop', at: world.ago(4_000), until: world.ago(-90_000) },
            { name: 'wholesale', by: 'Hana Sato', at: world.ago(90_000) },
          ],
          accounts: world.belongings(),
          firstSeen: world.ago(90_000),
          lastSeen: who.lastSeen,
          events: 1_204,
        },
      )
    },
  ],
  [
    'GET',
    '/accounts/{id}',
    ({ at }) => {
      const account = world.accounts.find(({ id }) => id === at.id)
      return found(account && world.accountOf(account))
    },
  ],
  [
    'GET',
    '/accounts/{id}/members',
    () =>
      list(
        world.customers.slice(0, 9).map(({ id, name, email, userId }, index) => ({
          customer: id,
          since: world.ago(index * 9_000),
          said: world.ago(index * 90),
          name,
          email,
          userId,
        })),
      ),
  ],
  ['GET', '/customers/{id}/identities', ({ at }) => world.identitiesOf(at.id)],
  [
    'GET',
    '/customers/{id}/timeline',
    ({ query }) => ({
      items: world.timeline.filter(({ type, name }) =>
        [
          [query.get('kind'), type],
          [query.get('name'), name],
        ].every(([wanted, is]) => !wanted || wanted === is),
      ),
      next: 'more',
    }),
  ],
  ...journeyRoutes,
  [
    'GET',
    '/enrollments',
    () =>
      list([
        {
          id: world.uuid(),
          journey: world.journeyIds.cart,
          version: 2,
          state: 'waiting',
          node: 'wait-1',
          since: world.ago(700),
          wakesAt: world.ago(-3_620),
          key: 'cart-7',
        },
      ]),
  ],
  ['GET', '/templates', () => list(world.templates.values())],
  ['GET', '/templates/starters', () => list(world.starters)],
  [
    'POST',
    '/templates',
    ({ body }) => {
      const id = world.uuid()
      world.templates.set(id, {
        ...[...world.templates.values()][0],
        ...body,
        id,
        revision: 1,
        version: undefined,
      })
      return { id }
    },
  ],
  [
    'POST',
    '/templates/preview',
    ({ body }) => ({
      subject: render(body.subject, body),
      html: render(body.html, body),
      text: render(body.text, body),
      flaws: [],
    }),
  ],
  ['GET', '/templates/{id}', ({ at }) => found(world.templates.get(at.id))],
  [
    'PUT',
    '/templates/{id}',
    ({ at, body }) => Object.assign(world.templates.get(at.id), body, { revision: body.revision + 1 }),
  ],
  [
    'POST',
    '/templates/{id}/publish',
    ({ at }) => ({
      version: (world.templates.get(at.id).version = (world.templates.get(at.id).version ?? 0) + 1),
    }),
  ],
  ['GET', '/catalogue/items', () => list(world.catalogue)],
  ['PUT', '/catalogue/items', ({ body }) => ({ stored: body.length })],
  [
    'GET',
    '/deliveries',
    ({ query }) => ({
      items: world.deliveries.filter((each) =>
        ['state', 'customer', 'journey'].every((key) => !query.get(key) || each[key] === query.get(key)),
      ),
      next: query.get('customer') ? undefined : 'more',
    }),
  ],
  [
    'GET',
    '/deliveries/{key}',
    ({ at }) => {
      const one = world.deliveries.find(({ key }) => key === at.key)
      const stopped = one?.state === 'suppressed'
      const mail = [...world.templates.values()][0]
      const sample = {
        profile: { traits: { name: 'Mei Lin' } },
        collections: { cart: world.catalogue.slice(0, 2) },
      }
      return found(
        one && {
          ...one,
          html: stopped ? undefined : render(mail.html, sample),
          text: stopped ? undefined : render(mail.text, sample),
          trigger: {
            event: world.uuid(),
            name: 'Product Added',
            properties: { cart_id: 'cart-7', product_id: 'sku-1', price: 18 },
            occurredAt: world.ago(4_000),
          },
          gates: ['calledBack', 'address', 'consent', ...(stopped ? [] : ['suppression'])].map((gate) => ({
            gate,
            verdict: stopped && gate === 'consent' ? 'stopped' : 'passed',
            reason: stopped && gate === 'consent' ? one.reason : undefined,
            at: one.requestedAt,
          })),
        },
      )
    },
  ],
  [
    'GET',
    '/insights/journeys',
    () =>
      list([
        { journey: world.journeyIds.cart, entered: 12_431, inside: 1_204, ended: 11_227, sent: 6_871 },
        { journey: world.journeyIds.welcome, entered: 310, inside: 12, ended: 298, sent: 289 },
      ]),
  ],
  [
    'GET',
    '/insights/journeys/{id}',
    ({ at }) => (world.journeys.get(at.id)?.version ? world.counts : { entered: 0, nodes: {}, edges: [] }),
  ],
  ['GET', '/insights/events', () => list(world.eventNames)],
  ['GET', '/insights/why', () => list(world.whySteps)],
  ['POST', '/insights/funnel', ({ body }) => funnel(body)],
  ['POST', '/insights/paths', ({ body }) => paths(body)],
  ['POST', '/insights/people', () => list(world.customers.slice(0, 12).map(({ id }) => id))],
]
