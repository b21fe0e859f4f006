import { computed, ref, shallowRef, watch } from 'vue'
import { savePlannedEvent, type PlannedEventDetail, type PropertySchema } from '@/api/trackingPlan'
import { useCommand } from '@/live/load'
import { derived, parsed, subjectOf } from './schema'

const shown = (schema: PropertySchema) => JSON.stringify(schema, null, 2)

/** A definition while it is edited: its text is what counts, the rows are another view of it. */
export function useDefinition(load: () => PlannedEventDetail | undefined, saved: () => unknown) {
  const description = ref('')
  const text = ref('')
  const editing = ref(false)
  const before = shallowRef({ description: '', text: '' })

  const now = computed(() => parsed(text.value))
  const schema = computed(() => ('schema' in now.value ? now.value.schema : undefined))
  const dirty = computed(
    () => description.value !== before.value.description || text.value !== before.value.text,
  )

  function begin(known: { description: string; schema: PropertySchema }): void {
    description.value = known.description
    text.value = shown(known.schema)
  }

  /** Starts from what the plan says; events that it does not know start empty. */
  function reset(): void {
    const event = load()
    begin({
      description: event?.description ?? '',
      schema: event?.schema ?? { type: 'object', properties: {} },
    })
    before.value = { description: description.value, text: text.value }
    editing.value = !!event && (event.planned || event.volume === 0)
  }

  /** The newest events that were kept, one of each source, say what the schema is. */
  const subjects = computed(() => {
    const event = load()
    if (!event) return []
    return [event.sample, ...event.sources.map(({ sample }) => sample)]
      .map((sample) => subjectOf(event.name, sample))
      .filter((subject) => subject !== undefined)
  })

  function derive(): void {
    begin({ description: description.value, schema: derived(subjects.value) })
    editing.value = true
  }

  const { run, busy, problem } = useCommand(async () => {
    const event = load()
    if (!event || !schema.value) return
    await savePlannedEvent(event.name, { description: description.value.trim(), schema: schema.value })
    await saved()
  })

  watch(load, reset, { immediate: true })
  return {
    description,
    text,
    editing,
    now,
    schema,
    dirty,
    subjects,
    derive,
    reset,
    change: (changed: PropertySchema) => (text.value = shown(changed)),
    save: run,
    busy,
    problem,
  }
}
