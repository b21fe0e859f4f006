import { readonly, ref } from 'vue'

const now = ref(Date.now())
let ticking = false

/** One clock for every "3 minutes ago" on the page; it ticks twice a minute. */
export function useClock() {
  if (!ticking && typeof window !== 'undefined') {
    ticking = true
    window.setInterval(() => (now.value = Date.now()), 30_000)
  }
  return readonly(now)
}
