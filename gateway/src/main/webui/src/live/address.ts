import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What is chosen on a page, held in its address: a link shows the same to the next person. */
export function useAddress() {
  const route = useRoute()
  const router = useRouter()
  const said = (name: string) =>
    computed(() => {
      const value = route.query[name]
      return typeof value === 'string' && value !== '' ? value : undefined
    })
  const set = (changed: Record<string, string | null | undefined>) =>
    router.replace({
      query: {
        ...route.query,
        ...Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, value || undefined])),
      },
    })
  return { said, set }
}
