import type { Plan, PlanNode } from '@/api/plan'

/** The id under which the entry stands on the canvas and in the layout; no node may take it. */
export const ENTRY = 'trigger'

/** A way out of a node. */
export type Port = 'start' | 'next' | 'otherwise' | `case:${number}`

export interface PlanEdge {
  id: string
  from: string
  port: Port
  to?: string
  label?: string
}

export function portsOf(node: PlanNode): Port[] {
  switch (node.kind) {
    case 'wait':
    case 'message':
      return ['next']
    case 'branch':
      return [...node.cases.map((_, index): Port => `case:${index}`), 'otherwise']
    case 'exit':
      return []
  }
}

export const caseOf = (port: Port): number => Number(port.slice('case:'.length))

/** Where a way out leads; nothing while it is open or leads to a node that is gone. */
export function targetOf(plan: Plan, from: string, port: Port): string | undefined {
  const target = rawTarget(plan, from, port)
  return target !== undefined && target in plan.nodes ? target : undefined
}

function rawTarget(plan: Plan, from: string, port: Port): string | undefined {
  if (from === ENTRY) return plan.start
  const node = plan.nodes[from]
  if (!node || node.kind === 'exit') return undefined
  if (node.kind !== 'branch') return node.next
  return port === 'otherwise' ? node.otherwise : node.cases[caseOf(port)]?.next
}

/** Every way out, the open ones too, in the order in which it is drawn. */
export function edgesOf(plan: Plan): PlanEdge[] {
  const start = edge(plan, ENTRY, 'start')
  return [
    start,
    ...Object.entries(plan.nodes).flatMap(([id, node]) => portsOf(node).map((port) => edge(plan, id, port))),
  ]
}

function edge(plan: Plan, from: string, port: Port): PlanEdge {
  const node = plan.nodes[from]
  const label = node?.kind === 'branch' && port !== 'otherwise' ? node.cases[caseOf(port)]?.label : undefined
  return { id: `${from}/${port}`, from, port, to: targetOf(plan, from, port), label }
}

export function reachable(plan: Plan): Set<string> {
  const seen = new Set<string>()
  const ahead = [plan.start]
  while (ahead.length > 0) {
    const id = ahead.pop()
    const node = id === undefined ? undefined : plan.nodes[id]
    if (id === undefined || !node || seen.has(id)) continue
    seen.add(id)
    ahead.push(...portsOf(node).map((port) => targetOf(plan, id, port)))
  }
  return seen
}

/** The edges that lead to a node. */
export const edgesInto = (plan: Plan, id: string): PlanEdge[] => edgesOf(plan).filter(({ to }) => to === id)
