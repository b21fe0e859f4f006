import * as world from './world.mjs'
import { funnel, paths } from './insights.mjs'

const list = (items) => ({ items: [...items] })
const found = (item) =>
  item ?? {
    status: 404,
    problem: {
      title: 'Not found',
      detail: 'nothing has this id',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    },
  }
const row = ({ id, draft, state, version, revision, editedAt, published, unpublishedChanges }) => ({
  id,
  name: draft.name,
  state,
  version,
  draftRevision: revision,
  editedAt,
  publishedAt: published.at(-1)?.publishedAt,
  unpublishedChanges,
})
const render = (text, { profile, collections }) =>
  (text ?? '')
    .replace(/{% for item in cart %}(.*?){% endfor %}/gs, (_, body) =>
      (collections?.cart ?? [])
        .map((item) => body.replace('{{ item.name }}', item.name).replace('{{ item.price }}', item.price))
        .join(''),
    )
    .replace(/{{ profile\.traits\.name[^}]*}}/g, profile?.traits?.name ?? 'Hello')
const flawsOf = (plan) => [
  ...(plan.entry?.event
    ? []
    : [{ node: 'trigger', path: '/entry', code: 'entry_missing', message: 'say which event starts this' }]),
  ...Object.entries(plan.nodes ?? {})
    .filter(([, node]) => node.kind === 'message' && !node.template)
    .map(([id]) => ({
      node: id,
      path: `/nodes/${id}/template`,
      code: 'template_missing',
      message: 'choose what to say',
    })),
  ...Object.entries(plan.nodes ?? {})
    .filter(([, node]) => node.kind !== 'exit' && node.kind !== 'branch' && !node.next)
    .map(([id]) => ({
      node: id,
      path: `/nodes/${id}/next`,
      code: 'edge_missing',
      message: 'this way out leads nowhere',
    })),
]
const create = (draft) => {
  const id = world.uuid()
  world.journeys.set(id, {
    id,
    state: 'draft',
    revision: 1,
    draft,
    editedAt: new Date().toISOString(),
    published: [],
    flaws: flawsOf(draft),
    words: {},
    unpublishedChanges: true,
  })
  return { id }
}

/** [method, path pattern, answer]; what is in braces comes as `at`. */
export const routes = [
  ['GET', '/sources', () => list(world.sources)],
  [
    'POST',
    '/sources',
    ({ body }) => (
      world.sources.push({
        id: world.uuid(),
        name: body.name,
        enabled: true,
        keyHint: 'c0ff…',
        createdAt: new Date().toISOString(),
      }),
      { id: world.uuid(), name: body.name, writeKey: 'c0ffee5eed5eed5eed5eed5eed5eed01' }
    ),
  ],
  [
    'POST',
    '/sources/{id}/rotate',
    () => ({ id: 'x', name: '', writeKey: 'c0ffee5eed5eed5eed5eed5eed5eed02' }),
  ],
  ['GET', '/members', () => list(world.members)],
  ['POST', '/members', ({ body }) => world.members.push({ id: world.uuid(), ...body })],
  ['GET', '/events', () => list(world.arrivals)],
  ['GET', '/segments', () => list(world.segments.values())],
  ['GET', '/segments/{id}', ({ at }) => found(world.segments.get(at.id))],
  [
    'GET',
    '/segments/{id}/members',
    () =>
      list(
        world.customers.slice(0, 9).map(({ id, name, email }, index) => ({
          customer: id,
          name,
          email,
          since: world.ago(index * 900),
          cause: ['event', 'time', 'backfill'][index % 3],
        })),
      ),
  ],
  [
    'POST',
    '/conditions/describe',
    ({ body }) => ({
      words: `Everyone for whom ${JSON.stringify(body.condition).replace(/[{}"]/g, ' ').slice(0, 160)}`,
    }),
  ],
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
          firstSeen: world.ago(90_000),
          lastSeen: who.lastSeen,
          events: 1_204,
        },
      )
    },
  ],
  ['GET', '/customers/{id}/timeline', () => ({ items: world.timeline, next: 'more' })],
  ['GET', '/recipes', () => list(world.recipes)],
  ['POST', '/recipes/{key}', ({ body }) => create({ ...world.cartPlan, name: body.parameters.name })],
  ['GET', '/journeys', () => list([...world.journeys.values()].map(row))],
  ['POST', '/journeys', ({ body }) => create(body.plan)],
  ['GET', '/journeys/{id}', ({ at }) => found(world.journeys.get(at.id))],
  [
    'PUT',
    '/journeys/{id}/draft',
    ({ at, body }) => {
      const journey = world.journeys.get(at.id)
      if (body.revision !== journey.revision)
        return {
          status: 409,
          problem: { title: 'Stale', detail: 'the draft has a newer revision', traceId: 'c0ffee' },
        }
      Object.assign(journey, {
        draft: body.plan,
        revision: journey.revision + 1,
        flaws: flawsOf(body.plan),
        unpublishedChanges: true,
      })
      return journey
    },
  ],
  [
    'POST',
    '/journeys/{id}/publish',
    ({ at }) => {
      const journey = world.journeys.get(at.id)
      const version = (journey.version ?? 0) + 1
      Object.assign(journey, {
        version,
        state: 'live',
        unpublishedChanges: false,
        published: [
          ...journey.published,
          { version, publishedAt: new Date().toISOString(), by: 'Hana Sato' },
        ],
      })
      return { version }
    },
  ],
  [
    'POST',
    '/journeys/{id}/{verb}',
    ({ at }) =>
      void Object.assign(world.journeys.get(at.id), {
        state: { close: 'closed', open: 'live', end: 'ended' }[at.verb],
      }),
  ],
  [
    'GET',
    '/journeys/{id}/versions/{v}',
    ({ at }) => ({
      definition: {
        version: Number(at.v),
        publishedAt: world.ago(500),
        plan: {
          ...world.cartPlan,
          nodes: {
            ...world.cartPlan.nodes,
            'wait-1': { ...world.cartPlan.nodes['wait-1'], duration: 'PT48H' },
          },
        },
      },
      words: world.cartWords,
    }),
  ],
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
