import { onScopeDispose } from 'vue'

/** Does something again and again while the page is looked at. */
export function useEvery(ms: number, run: () => unknown): void {
  const timer = window.setInterval(() => {
    if (!document.hidden) void run()
  }, ms)
  onScopeDispose(() => window.clearInterval(timer))
}
