import type { NodeKind, Plan, PlanNode, Position } from '@/api/plan'
import { ENTRY, caseOf, edgesInto, portsOf, targetOf, type Port } from './graph'

/** Every edit answers with a new plan and leaves the old one as it is, so that undo is keeping it. */
export function link(plan: Plan, from: string, port: Port, to: string | undefined): Plan {
  if (from === ENTRY) return { ...plan, start: to }
  const node = plan.nodes[from]
  return node ? withNode(plan, from, linked(node, port, to)) : plan
}

function linked(node: PlanNode, port: Port, to: string | undefined): PlanNode {
  switch (node.kind) {
    case 'exit':
      return node
    case 'wait':
    case 'message':
      return { ...node, next: to }
    case 'branch':
      if (port === 'otherwise') return { ...node, otherwise: to }
      return {
        ...node,
        cases: node.cases.map((each, at) => (at === caseOf(port) ? { ...each, next: to } : each)),
      }
  }
}

export function withNode(plan: Plan, id: string, node: PlanNode): Plan {
  return { ...plan, nodes: { ...plan.nodes, [id]: node } }
}

export function fresh(kind: NodeKind, caseLabel: string): PlanNode {
  switch (kind) {
    case 'wait':
      return { kind, duration: 'P1D', from: 'arrival' }
    case 'branch':
      return { kind, cases: [{ label: caseLabel, when: { all: [] } }] }
    case 'message':
      return { kind, channel: 'email' }
    case 'exit':
      return { kind, outcome: 'completed' }
  }
}

/** The first of wait-1, wait-2, ... that is free. */
export function newId(plan: Plan, kind: NodeKind): string {
  for (let n = 1; ; n++) {
    const id = `${kind}-${n}`
    if (!(id in plan.nodes)) return id
  }
}

/** Puts a node on a way out; what the way led to comes after it. */
export function insert(plan: Plan, from: string, port: Port, id: string, node: PlanNode): Plan {
  const after = targetOf(plan, from, port)
  const first = portsOf(node)[0]
  const placed = first ? linked(node, first, after) : node
  return link(withNode(plan, id, placed), from, port, id)
}

/** Puts a node at a place, not yet connected. */
export function addAt(plan: Plan, id: string, node: PlanNode, at: Position): Plan {
  return move(withNode(plan, id, node), id, at)
}

/** Takes a node out; the ways that led to it lead to where its first way out led. */
export function removeNode(plan: Plan, id: string): Plan {
  const after = successorOf(plan, id)
  const rewired = edgesInto(plan, id).reduce((now, { from, port }) => link(now, from, port, after), plan)
  return { ...rewired, nodes: without(rewired.nodes, id), layout: without(rewired.layout, id) }
}

/** Where those who came to a node would go if it were not there. */
export function successorOf(plan: Plan, id: string): string | undefined {
  const node = plan.nodes[id]
  if (!node) return undefined
  return portsOf(node)
    .map((port) => targetOf(plan, id, port))
    .find((target) => target !== undefined && target !== id)
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => id !== key))
}

export function move(plan: Plan, id: string, to: Position): Plan {
  const at = { x: Math.round(to.x / 8) * 8, y: Math.round(to.y / 8) * 8 }
  return { ...plan, layout: { ...plan.layout, [id]: at } }
}

/** Forgets where everything was placed, so that the layout is made anew. */
export const tidy = (plan: Plan): Plan => ({ ...plan, layout: {} })
