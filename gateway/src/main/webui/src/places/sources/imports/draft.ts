import { computed, ref, shallowRef, watch } from 'vue'
import { beginImport, dryRun, type CsvMapping, type DryRun, type ImportWish } from '@/api/imports'
import { useCommand } from '@/live/load'
import { guessed, mappingOf, type Guess } from './guess'
import { lacking } from './mapping'
import { beginning, plainName } from './pieces'

/** As much of a file the service tries, and a little of it is enough to guess from. */
const TRIED_BYTES = 1024 * 1024
const GUESSED_BYTES = 64 * 1024

export const kinds = ['segment', 'ga4-export', 'csv'] as const
export type Kind = (typeof kinds)[number]

/** An import before it begins: what the file is, what its columns mean, and as whose events it counts. */
export function useImportDraft(firstSource: string | undefined) {
  const source = ref(firstSource)
  const file = shallowRef<File>()
  const guess = shallowRef<Guess>()
  const kind = ref<Kind>('segment')
  const mapping = ref<CsvMapping>({ fields: [] })
  const live = ref(false)
  const tried = shallowRef<DryRun>()

  const missing = computed(() => (kind.value === 'csv' ? lacking(mapping.value) : []))
  const ready = computed(() => !!file.value && !!source.value && missing.value.length === 0)
  const wish = computed((): ImportWish => ({
    source: source.value ?? '',
    name: plainName(file.value?.name ?? ''),
    live: live.value,
    ...(kind.value === 'csv'
      ? { format: 'csv', mapping: mapping.value }
      : { format: 'ndjson', preset: kind.value }),
  }))

  const { run: take, problem: unreadable } = useCommand(async (chosen: File) => {
    const text = await (await beginning(chosen, GUESSED_BYTES)).text()
    const found = guessed(plainName(chosen.name), text)
    file.value = chosen
    guess.value = found
    kind.value = found.format === 'csv' ? 'csv' : (found.preset ?? 'segment')
    mapping.value = mappingOf(found, Intl.DateTimeFormat().resolvedOptions().timeZone)
  })

  const {
    run: test,
    busy: testing,
    problem: testProblem,
  } = useCommand(async () => {
    tried.value = await dryRun(wish.value, await beginning(file.value!, TRIED_BYTES))
  })
  const { run: begin, busy: beginning_, problem: beginProblem } = useCommand(() => beginImport(wish.value))

  /** What was tried before says nothing about what was changed since. */
  watch([file, kind, mapping, source], () => (tried.value = undefined))
  return {
    source,
    file,
    guess,
    kind,
    mapping,
    live,
    tried,
    missing,
    ready,
    take,
    unreadable,
    test,
    testing,
    testProblem,
    begin,
    beginning: beginning_,
    beginProblem,
  }
}
