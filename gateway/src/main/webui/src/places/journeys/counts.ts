import { computed, inject, provide, ref, shallowRef, watch, type InjectionKey, type Ref } from 'vue'
import { journeyCounts, journeyCountsStream, type JourneyCounts, type NodeCounts } from '@/api/insights'
import { useStream, type StreamState } from '@/live/stream'
import type { PlanEdge } from './plan/graph'

export type CountView = 'counts' | 'shares' | 'off'

export interface Counts {
  counts: Ref<JourneyCounts | undefined>
  state: Ref<StreamState>
  view: Ref<CountView>
  inside: Ref<number>
  entered: Ref<number>
  of: (node: string) => NodeCounts | undefined
  along: (edge: PlanEdge) => number | undefined
}

const key: InjectionKey<Counts> = Symbol('counts')

/** Live numbers of the open journey: one answer at first, then an event stream. */
export function provideCounts(id: string, live: () => boolean): Counts {
  const counts = shallowRef<JourneyCounts>()
  const view = ref<CountView>('counts')
  const state = useStream<JourneyCounts>(
    () => (live() ? journeyCountsStream(id) : undefined),
    (now) => (counts.value = now),
  )
  async function begin(published: boolean): Promise<void> {
    if (!published) return
    const first = await journeyCounts(id).catch(() => undefined)
    counts.value ??= first
  }
  watch(live, begin, { immediate: true })
  const provided: Counts = {
    counts,
    state,
    view,
    entered: computed(() => counts.value?.entered ?? 0),
    inside: computed(() =>
      Object.values(counts.value?.nodes ?? {}).reduce((sum, { waiting }) => sum + waiting, 0),
    ),
    of: (node) => counts.value?.nodes?.[node],
    along: (edge) => alongEdge(counts.value, edge),
  }
  provide(key, provided)
  return provided
}

/** How many took an edge: by its label where a branch has several, else all that left its node to there. */
export function alongEdge(counts: JourneyCounts | undefined, edge: PlanEdge): number | undefined {
  if (!counts) return undefined
  if (edge.port === 'start') return counts.entered
  const label = edge.port === 'otherwise' ? 'otherwise' : edge.label
  const found = (counts.edges ?? []).filter(
    (each) => each.node === edge.from && (edge.port === 'next' || each.edge === label),
  )
  return found.reduce((sum, { count }) => sum + count, 0)
}

export function useCounts(): Counts {
  const counts = inject(key)
  if (!counts) throw new Error('no journey is open here')
  return counts
}
