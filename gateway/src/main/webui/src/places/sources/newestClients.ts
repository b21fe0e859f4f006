import { reactive, watch } from 'vue'
import { arrivals } from '@/api/arrivals'
import type { Source } from '@/api/sources'
import { clientOf } from './clients'

const MOST_ASKED = 20

/** Which client each source was last heard from, as far as the newest events tell. */
export function useNewestClients(sources: () => Source[] | undefined) {
  const known = reactive(new Map<string, string>())
  const asked = new Set<string>()

  async function ask({ id }: Source): Promise<void> {
    const { items } = await arrivals({ source: id }).catch(() => ({ items: [] }))
    const client = items.map(({ event }) => clientOf(event)).find((name) => name !== undefined)
    if (client) known.set(id, client)
  }

  watch(
    sources,
    (all) => {
      for (const source of (all ?? []).slice(0, MOST_ASKED)) {
        if (asked.has(source.id)) continue
        asked.add(source.id)
        void ask(source)
      }
    },
    { immediate: true },
  )
  return known
}
