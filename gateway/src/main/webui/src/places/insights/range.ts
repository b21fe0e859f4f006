import { computed } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import { dateOnly, midnight } from '@/format/time'

const DAY_MS = 86_400_000
const pattern = /^\d{4}-\d{2}-\d{2}$/

/** The days that a picture is about, held in the address; the last 30 when it says nothing. */
export function useRange() {
  const route = useRoute()
  const router = useRouter()
  const from = computed(() => dateOf(route.query, 'from', 29))
  const to = computed(() => dateOf(route.query, 'to', 0))
  const set = (changed: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...changed } })
  return {
    from,
    to,
    set,
    instants: computed(() => ({ from: midnight(from.value, 'start'), to: midnight(to.value, 'end') })),
  }
}

function dateOf(query: LocationQuery, name: string, daysAgo: number): string {
  const said = String(query[name] ?? '')
  return pattern.test(said) ? said : dateOnly(new Date(Date.now() - daysAgo * DAY_MS))
}
