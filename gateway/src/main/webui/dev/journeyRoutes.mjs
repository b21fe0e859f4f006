// Journeys and recipes, as the journeys service answers.
import * as world from './world.mjs'
import { found, list } from './answers.mjs'

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

export const journeyRoutes = [
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
]
