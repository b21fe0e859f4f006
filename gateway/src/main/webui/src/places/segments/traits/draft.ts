import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import {
  attribute as readAttribute,
  createAttribute,
  publishAttribute,
  readyMade,
  saveAttribute,
  type Attribute,
  type Rule,
} from '@/api/attributes'
import { useEvery } from '@/live/every'
import { useCommand, useLoad } from '@/live/load'
import { blank } from './rules'

const COMPUTING_MS = 2_000

/** A derived trait as it is written on the page; a new one may begin as a ready-made one. */
export function useTraitDraft(id: Ref<string>, from: Ref<string | undefined>) {
  const loaded = useLoad(() => begin(id.value, from.value), [id])
  const name = ref('')
  const rule = shallowRef<Rule>(blank('computed'))
  const dirty = ref(false)
  const attribute = computed(() =>
    loaded.data.value && 'id' in loaded.data.value ? loaded.data.value : undefined,
  )

  watch(id, () => (dirty.value = false))
  watch(loaded.data, (now) => {
    if (!now || dirty.value) return
    name.value = now.name
    rule.value = now.rule
  })
  useEvery(COMPUTING_MS, () => attribute.value?.state === 'computing' && loaded.reload())

  async function write(): Promise<string> {
    const called = name.value.trim()
    const saved = id.value
      ? await saveAttribute(id.value, called, rule.value)
      : await createAttribute(called, rule.value)
    dirty.value = false
    return saved.id
  }
  const saving = useCommand(write)
  const publishing = useCommand(publishAttribute)
  /** What the server said of another rule than this one no longer holds. */
  watch([name, rule], () => (saving.problem.value = publishing.problem.value = undefined))

  function edit(changed: { name?: string; rule?: Rule }): void {
    name.value = changed.name ?? name.value
    rule.value = changed.rule ?? rule.value
    dirty.value = true
  }

  return { attribute, loaded, name, rule, saving, publishing, edit }
}

type Beginning = Attribute | { name: string; rule: Rule } | undefined

async function begin(id: string, from: string | undefined): Promise<Beginning> {
  if (id) return readAttribute(id)
  return from ? (await readyMade()).items.find(({ name }) => name === from) : undefined
}
