import type { Condition } from './condition'

/** A journey as it is drawn. */
export interface Plan {
  name: string
  entry?: Entry
  collections: Record<string, CollectionRule>
  excludes: Rule[]
  exits: Rule[]
  start?: string
  nodes: Record<string, PlanNode>
  layout: Record<string, Position>
}

export type Reentry = 'never' | 'always' | 'after'

export interface Entry {
  event: string
  where?: Condition
  rule?: Condition
  key?: string
  reentry: Reentry
  interval?: string
}

export interface CollectionRule {
  addedBy: string
  removedBy?: string
  item: string
}

export interface Rule {
  name: string
  when: Condition
}

export interface Position {
  x: number
  y: number
}

export type PlanNode = WaitNode | BranchNode | MessageNode | ExitNode
export type NodeKind = PlanNode['kind']

export interface WaitNode {
  kind: 'wait'
  name?: string
  duration: string
  from: 'arrival' | 'trigger' | 'latest'
  next?: string
}

export interface Case {
  label: string
  when: Condition
  next?: string
}

export interface BranchNode {
  kind: 'branch'
  name?: string
  cases: Case[]
  otherwise?: string
}

export interface MessageNode {
  kind: 'message'
  name?: string
  channel: 'email'
  template?: string
  next?: string
}

export interface ExitNode {
  kind: 'exit'
  name?: string
  outcome: string
}

/** Lists that are empty are absent on the wire; here they are always there. */
export function whole(plan: Partial<Plan>): Plan {
  return {
    ...plan,
    name: plan.name ?? '',
    collections: plan.collections ?? {},
    excludes: plan.excludes ?? [],
    exits: plan.exits ?? [],
    layout: plan.layout ?? {},
    nodes: Object.fromEntries(
      Object.entries(plan.nodes ?? {}).map(([id, node]) => [
        id,
        node.kind === 'branch' ? { ...node, cases: node.cases ?? [] } : node,
      ]),
    ),
  }
}
