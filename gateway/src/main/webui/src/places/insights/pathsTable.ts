import type { Paths } from '@/api/insights'
import { csv } from '@/format/csv'

/** The paths as a table: each way with its people, then those who went no further. */
export function pathsTable(paths: Paths, names: ReadonlyMap<string, string>, ended: string): string {
  const steps = new Map(paths.nodes.map(({ id, step }) => [id, step]))
  return csv([
    ['from_step', 'from', 'to', 'people'],
    ...paths.links.map(({ source, target, people }) => [
      steps.get(source),
      names.get(source),
      names.get(target),
      people,
    ]),
    ...paths.nodes.map(({ id, step, ended: left }) => [step, names.get(id), ended, left]),
  ])
}
