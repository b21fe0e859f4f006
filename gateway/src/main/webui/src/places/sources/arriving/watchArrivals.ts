import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { arrivals, arrivalsStream, MOST_ARRIVALS, type Arrival, type ArrivalFilter } from '@/api/arrivals'
import { useLoad } from '@/live/load'
import { useStream } from '@/live/stream'
import { merged, type Seen } from './arrivals'

/** As often as this the list changes, however many events come. */
const DRAW_EVERY_MS = 200

/** The newest events that pass a filter, as they come; while paused, they wait. */
export function useArrivals(filter: Ref<ArrivalFilter>) {
  const live = shallowRef<Seen[]>([])
  const paused = ref(false)
  const held = ref(0)
  let waiting: Arrival[] = []
  let timer: number | undefined

  const first = useLoad(
    async (signal) => {
      const { items } = await arrivals(filter.value, signal)
      return (live.value = merged(live.value, items))
    },
    [filter],
  )

  const state = useStream<Arrival>(
    () => arrivalsStream(filter.value),
    (arrival) => {
      waiting = [...waiting, arrival].slice(-MOST_ARRIVALS)
      if (paused.value) held.value++
      else timer ??= window.setTimeout(draw, DRAW_EVERY_MS)
    },
  )

  function draw(): void {
    window.clearTimeout(timer)
    timer = undefined
    if (paused.value) return
    live.value = merged(live.value, waiting)
    waiting = []
  }

  function forget(): void {
    window.clearTimeout(timer)
    timer = undefined
    waiting = []
    held.value = 0
    live.value = []
  }

  function toggle(): void {
    paused.value = !paused.value
    held.value = 0
    draw()
  }

  /** What arrived before the stream was there, at first or after it was away. */
  watch(state, (now) => now === 'open' && void first.reload())
  watch(filter, forget, { flush: 'sync' })
  onScopeDispose(() => window.clearTimeout(timer))

  const items = computed(() => (first.data.value || live.value.length ? live.value : undefined))
  return { items, problem: first.problem, reload: first.reload, state, paused, held, toggle }
}
