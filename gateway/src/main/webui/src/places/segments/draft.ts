import { computed, ref, shallowRef, watch, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Condition } from '@/api/condition'
import { createSegment, saveSegment, segment as readSegment } from '@/api/segments'
import { blank, complete } from '@/conditions/tree'
import { useEvery } from '@/live/every'
import { useCommand, useLoad } from '@/live/load'
import { useSegments } from '@/stores/lists'

const COMPUTING_MS = 2_000

/** A segment as it is written on the page, which may be ahead of what is saved, and that ahead of what holds. */
export function useSegmentDraft(id: ComputedRef<string>) {
  const { locale } = useI18n()
  const segments = useSegments()
  const loaded = useLoad(
    async () => (id.value ? readSegment(id.value, locale.value) : undefined),
    [id, locale],
  )
  const name = ref('')
  const condition = shallowRef<Condition>({ all: [blank('performed')] })
  const dirty = ref(false)
  const segment = computed(() => loaded.data.value)
  const ready = computed(() => name.value.trim() !== '' && complete(condition.value))

  watch(id, () => (dirty.value = false))
  watch(segment, (now) => {
    if (!now || dirty.value) return
    name.value = now.name
    if (!same(condition.value, now.condition)) condition.value = now.condition
  })
  useEvery(COMPUTING_MS, () => segment.value?.state === 'computing' && loaded.reload())

  /** Saves what is written and says under which id. */
  async function write(): Promise<string> {
    const called = name.value.trim()
    const mine = id.value || (await createSegment(called, condition.value)).id
    if (id.value) await saveSegment(id.value, called, condition.value)
    dirty.value = false
    return mine
  }

  const saving = useCommand(write)
  /** What the server said of another condition than this one no longer holds. */
  watch(condition, () => (saving.problem.value = undefined))

  function edit(changed: { name?: string; condition?: Condition }): void {
    name.value = changed.name ?? name.value
    condition.value = changed.condition ?? condition.value
    dirty.value = true
  }

  const reload = () => Promise.all([loaded.reload(), segments.reload()])
  return { segment, problem: loaded.problem, name, condition, ready, saving, edit, reload }
}

/** The same condition read again is no other one: nothing is asked about it anew. */
const same = (one: Condition, other: Condition) => JSON.stringify(one) === JSON.stringify(other)
