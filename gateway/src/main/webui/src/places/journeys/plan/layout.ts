import type { Plan, Position } from '@/api/plan'
import { ENTRY, edgesOf, type PlanEdge } from './graph'

export type Positions = Record<string, Position>

export const CARD = { width: 264, height: 112 }
const GAP = { x: 40, y: 72 }
/** Each way out of a branch has its label on a line of its own. */
export const LABEL_LINE = 26
/** An open way out is drawn as a small circle with a plus. */
export const OPEN_END = 32

/** The id of the circle at the end of an open way out. */
export const openEndOf = (edge: PlanEdge): string => `open:${edge.id}`

/**
 * Places everything, top to bottom. What the author placed stays exactly there; the rest goes below
 * what leads to it, on the nearest free spot.
 */
export function layOut(plan: Plan): Positions {
  const edges = edgesOf(plan)
  const places: Positions = {}
  const taken: Position[] = []
  const put = (id: string, at: Position) => {
    places[id] = at
    taken.push(at)
  }
  for (const [id, at] of Object.entries(plan.layout)) {
    if (id === ENTRY || id in plan.nodes) put(id, at)
  }
  if (!places[ENTRY]) put(ENTRY, free({ x: 0, y: 0 }, taken))
  for (const id of inOrder(plan, edges)) {
    if (!places[id]) put(id, free(wanted(id, edges, places), taken))
  }
  for (const edge of edges) {
    if (!edge.to) places[openEndOf(edge)] = openEnd(edge, edges, places)
  }
  return places
}

/** A node after all that lead to it, loops aside; what cannot be reached comes last. */
function inOrder(plan: Plan, edges: PlanEdge[]): string[] {
  const order: string[] = []
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    const ahead = edges.filter(({ from, to }) => from === id && to)
    for (const { to } of ahead.reverse()) visit(to!)
    if (id !== ENTRY) order.unshift(id)
  }
  visit(ENTRY)
  const lost = Object.keys(plan.nodes).filter((id) => !seen.has(id))
  return [...order, ...lost]
}

function wanted(id: string, edges: PlanEdge[], places: Positions): Position {
  const parents = firstOfEach(edges.filter(({ from, to }) => to === id && places[from]))
  if (parents.length === 0) {
    const lowest = Math.max(...Object.values(places).map(({ y }) => y))
    return { x: CARD.width + GAP.x, y: lowest }
  }
  const spots = parents.map((edge) => below(edge, edges, places))
  return {
    x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length,
    y: Math.max(...spots.map(({ y }) => y)),
  }
}

/** Of several ways from one node, the first. */
function firstOfEach(edges: PlanEdge[]): PlanEdge[] {
  return edges.filter((edge, index) => edges.findIndex(({ from }) => from === edge.from) === index)
}

/** Under its parent; what the parent leads to stands side by side, in the order of its ways out. */
function below(edge: PlanEdge, edges: PlanEdge[], places: Positions): Position {
  const ways = edges.filter(({ from }) => from === edge.from)
  const targets = [...new Set(ways.map(({ id, to }) => to ?? id))]
  const offset = targets.indexOf(edge.to ?? edge.id) - (targets.length - 1) / 2
  const parent = places[edge.from]!
  return {
    x: parent.x + offset * (CARD.width + GAP.x),
    y: parent.y + CARD.height + GAP.y + (ways.length - 1) * LABEL_LINE,
  }
}

function openEnd(edge: PlanEdge, edges: PlanEdge[], places: Positions): Position {
  const spot = below(edge, edges, places)
  return { x: spot.x + (CARD.width - OPEN_END) / 2, y: spot.y - GAP.y / 4 }
}

/** The nearest free spot: alternately to the right and to the left of the wanted one. */
function free(want: Position, taken: Position[]): Position {
  const step = CARD.width + GAP.x
  for (let n = 0; n <= taken.length * 2 + 2; n++) {
    const shift = Math.ceil(n / 2) * (n % 2 === 1 ? step : -step)
    const at = { x: want.x + shift, y: want.y }
    if (!taken.some((other) => overlaps(at, other))) return at
  }
  return want
}

function overlaps(a: Position, b: Position): boolean {
  return Math.abs(a.x - b.x) < CARD.width + GAP.x / 2 && Math.abs(a.y - b.y) < CARD.height + GAP.y / 2
}

/** The node that lies next in a direction, for the arrow keys. */
export function neighbour(
  positions: Positions,
  id: string,
  direction: 'up' | 'down' | 'left' | 'right',
): string | undefined {
  const here = positions[id]
  if (!here) return undefined
  const [dx, dy] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction] as [number, number]
  const candidates = Object.entries(positions)
    .filter(([other]) => other !== id && !other.startsWith('open:'))
    .map(([other, at]) => {
      const along = (at.x - here.x) * dx + (at.y - here.y) * dy
      const across = Math.abs((at.x - here.x) * dy) + Math.abs((at.y - here.y) * dx)
      return { other, along, cost: along + across * 2 }
    })
    .filter(({ along }) => along > 1)
  return candidates.sort((a, b) => a.cost - b.cost)[0]?.other
}
