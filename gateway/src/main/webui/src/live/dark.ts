import { onScopeDispose, ref } from 'vue'

/** Whether the reader's system asks for the dark look. */
export function useDark() {
  const query = window.matchMedia('(prefers-color-scheme: dark)')
  const dark = ref(query.matches)
  const follow = (change: MediaQueryListEvent) => (dark.value = change.matches)
  query.addEventListener('change', follow)
  onScopeDispose(() => query.removeEventListener('change', follow))
  return dark
}
