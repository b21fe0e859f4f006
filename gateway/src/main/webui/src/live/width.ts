import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** How wide an element is now, for pictures that fit themselves to it. */
export function useWidth(element: Ref<HTMLElement | undefined>, first = 720): Ref<number> {
  const width = ref(first)
  const observer = new ResizeObserver(([entry]) => {
    if (entry && entry.contentRect.width > 0) width.value = Math.floor(entry.contentRect.width)
  })
  watch(element, (now, before) => {
    if (before) observer.unobserve(before)
    if (now) observer.observe(now)
  })
  onScopeDispose(() => observer.disconnect())
  return width
}
