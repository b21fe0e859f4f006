import type { Edge, Node } from '@vue-flow/core'
import type { Plan } from '@/api/plan'
import { ENTRY, edgesOf, type PlanEdge } from '../plan/graph'
import { OPEN_END, CARD, openEndOf, type Positions } from '../plan/layout'

/** The plan as Vue Flow wants it: cards, plus signs at open ends, and the ways between. */
export function flowNodes(plan: Plan, positions: Positions, editable: boolean): Node[] {
  const cards = [ENTRY, ...Object.keys(plan.nodes)].map((id): Node => ({
    id,
    type: 'step',
    position: positions[id] ?? { x: 0, y: 0 },
    draggable: editable,
    connectable: editable,
    width: CARD.width,
    height: CARD.height,
    data: {},
  }))
  const ends = edgesOf(plan)
    .filter(({ to }) => !to)
    .map((edge): Node => ({
      id: openEndOf(edge),
      type: 'open',
      position: positions[openEndOf(edge)] ?? { x: 0, y: 0 },
      draggable: false,
      selectable: false,
      connectable: false,
      width: OPEN_END,
      height: OPEN_END,
      data: { edge },
    }))
  return [...cards, ...ends]
}

export function flowEdges(plan: Plan): Edge<{ edge: PlanEdge }>[] {
  return edgesOf(plan).map((edge) => ({
    id: edge.id,
    type: 'way',
    source: edge.from,
    sourceHandle: edge.port,
    target: edge.to ?? openEndOf(edge),
    data: { edge },
    selectable: false,
    focusable: false,
  }))
}
