import { computed, shallowRef } from 'vue'

/** Typing into one field within this time is one step of undo. */
const TOGETHER_MS = 1_000

/** A value with undo and redo without end. Values must not be changed in place. */
export function useHistory<T>(first: T, now: () => number = Date.now) {
  const past = shallowRef<T[]>([])
  const future = shallowRef<T[]>([])
  const value = shallowRef<T>(first)
  let last: { topic: string; at: number } | undefined

  /** Takes a new value; edits of the same topic that follow each other quickly are undone together. */
  function apply(next: T, topic = ''): void {
    if (next === value.value) return
    const at = now()
    const together = topic !== '' && last?.topic === topic && at - last.at < TOGETHER_MS
    if (!together) past.value = [...past.value, value.value]
    future.value = []
    value.value = next
    last = { topic, at }
  }

  function undo(): void {
    const before = past.value.at(-1)
    if (before === undefined) return
    future.value = [value.value, ...future.value]
    past.value = past.value.slice(0, -1)
    value.value = before
    last = undefined
  }

  function redo(): void {
    const after = future.value[0]
    if (after === undefined) return
    past.value = [...past.value, value.value]
    future.value = future.value.slice(1)
    value.value = after
    last = undefined
  }

  /** Starts anew from a value, such as what someone else saved. */
  function reset(to: T): void {
    past.value = []
    future.value = []
    value.value = to
    last = undefined
  }

  return {
    value,
    apply,
    undo,
    redo,
    reset,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
  }
}
