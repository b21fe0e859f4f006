import { computed, shallowRef } from 'vue'
import { replay, replays, startReplay, type QuarantineFilter, type Replay } from '@/api/quarantine'
import { useEvery } from '@/live/every'
import { useCommand, useLoad } from '@/live/load'

const LOOK_EVERY_MS = 1_000

/** The workspace's replays, the newest first; the one that runs is looked at until it has ended. */
export function useReplays(whenEnded: () => unknown) {
  const list = useLoad(() => replays())
  const newest = shallowRef<Replay>()
  const items = computed(() => {
    const known = list.data.value?.items ?? []
    const own = newest.value
    return own ? [own, ...known.filter(({ id }) => id !== own.id)] : known
  })
  const running = computed(() => items.value.find(({ state }) => state === 'running'))

  useEvery(LOOK_EVERY_MS, async () => {
    const now = running.value
    if (!now) return
    const seen = await replay(now.id).catch(() => undefined)
    if (!seen) return
    newest.value = seen
    if (seen.state !== 'running') whenEnded()
  })

  const { run, busy, problem } = useCommand(async (filter: QuarantineFilter) => {
    newest.value = await startReplay(filter)
    return newest.value
  })
  return { items, running, start: run, busy, problem }
}
