import type { Plan, PlanNode } from '@/api/plan'
import { ENTRY, portsOf, targetOf } from './graph'
import { link, move, newId, withNode } from './edit'
import type { Positions } from './layout'

/** Nodes that were copied, with the ways between them and how they lay. */
export interface Fragment {
  itinera: 'nodes'
  nodes: Record<string, PlanNode>
  positions: Positions
}

const SHIFT = 32

export function copy(plan: Plan, ids: string[], positions: Positions): Fragment | undefined {
  const chosen = ids.filter((id) => id !== ENTRY && id in plan.nodes)
  if (chosen.length === 0) return undefined
  return {
    itinera: 'nodes',
    nodes: Object.fromEntries(chosen.map((id) => [id, plan.nodes[id]!])),
    positions: Object.fromEntries(chosen.map((id) => [id, positions[id] ?? { x: 0, y: 0 }])),
  }
}

export function parse(text: string): Fragment | undefined {
  try {
    const json = JSON.parse(text) as Fragment
    return json?.itinera === 'nodes' && typeof json.nodes === 'object' ? json : undefined
  } catch {
    return undefined
  }
}

/** Adds copies under new ids, a little beside; ways out of the fragment are left open. */
export function paste(plan: Plan, fragment: Fragment): { plan: Plan; ids: string[] } {
  const renamed = new Map<string, string>()
  let grown = plan
  for (const [id, node] of Object.entries(fragment.nodes)) {
    const mine = newId(grown, node.kind)
    renamed.set(id, mine)
    const at = fragment.positions[id] ?? { x: 0, y: 0 }
    grown = move(withNode(grown, mine, node), mine, { x: at.x + SHIFT, y: at.y + SHIFT })
  }
  for (const [id, node] of Object.entries(fragment.nodes)) {
    const source: Plan = { ...plan, nodes: fragment.nodes }
    for (const port of portsOf(node)) {
      const target = targetOf(source, id, port)
      grown = link(grown, renamed.get(id)!, port, target === undefined ? undefined : renamed.get(target))
    }
  }
  return { plan: grown, ids: [...renamed.values()] }
}
