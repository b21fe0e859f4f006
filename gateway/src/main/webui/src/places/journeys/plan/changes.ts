import type { Plan } from '@/api/plan'

/** What differs between two editions of a journey, as far as a reader needs it before publishing. */
export type Change =
  | { what: 'added' | 'removed' | 'changed'; node: string }
  | { what: 'entry' | 'rules' | 'name' | 'collections' }

export function changesBetween(before: Plan, after: Plan): Change[] {
  const ids = [...new Set([...Object.keys(before.nodes), ...Object.keys(after.nodes)])]
  const nodes = ids.flatMap((node): Change[] => {
    if (!(node in before.nodes)) return [{ what: 'added', node }]
    if (!(node in after.nodes)) return [{ what: 'removed', node }]
    return same(before.nodes[node], after.nodes[node]) ? [] : [{ what: 'changed', node }]
  })
  const rest: Change[] = []
  if (before.name !== after.name) rest.push({ what: 'name' })
  if (!same([before.entry, before.start], [after.entry, after.start])) rest.push({ what: 'entry' })
  if (!same([before.excludes, before.exits], [after.excludes, after.exits])) rest.push({ what: 'rules' })
  if (!same(before.collections, after.collections)) rest.push({ what: 'collections' })
  return [...rest, ...nodes]
}

/** Equal as JSON, whatever the order of the members. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]),
  )
}
