import { computed, inject, onScopeDispose, provide, ref, shallowRef, watch, type InjectionKey } from 'vue'
import { journey as readJourney, saveDraft, type Journey } from '@/api/journeys'
import { whole, type Plan } from '@/api/plan'
import type { Problem } from '@/api/http'
import { language } from '@/i18n'
import { asProblem } from '@/live/load'
import { useHistory } from './plan/history'

export type SaveState = 'saved' | 'changed' | 'saving' | 'failed' | 'conflict'
export type Draft = ReturnType<typeof makeDraft>

const QUIET_MS = 700
const key: InjectionKey<Draft> = Symbol('draft')

/** The journey that is open: its draft with undo, saved by itself a moment after each change. */
function makeDraft(id: string) {
  const journey = shallowRef<Journey>()
  const problem = shallowRef<Problem>()
  const saveProblem = shallowRef<Problem>()
  const saveState = ref<SaveState>('saved')
  const history = useHistory<Plan>(whole({}))
  const savedPlan = shallowRef<Plan>(history.value.value)
  let timer: number | undefined

  async function load(): Promise<void> {
    try {
      take(await readJourney(id, language()))
      history.reset(journey.value!.draft)
      savedPlan.value = history.value.value
      saveState.value = 'saved'
      problem.value = undefined
    } catch (failure) {
      problem.value = asProblem(failure)
    }
  }

  function take(answer: Journey): void {
    journey.value = answer
  }

  async function save(): Promise<void> {
    window.clearTimeout(timer)
    const sent = history.value.value
    if (!journey.value || sent === savedPlan.value || saveState.value === 'saving') return
    saveState.value = 'saving'
    try {
      take(await saveDraft(id, journey.value.revision, sent, language()))
      savedPlan.value = sent
      saveState.value = 'saved'
      if (history.value.value !== sent) wait()
    } catch (failure) {
      saveProblem.value = asProblem(failure)
      saveState.value = saveProblem.value.status === 409 ? 'conflict' : 'failed'
    }
  }

  function wait(): void {
    saveState.value = 'changed'
    window.clearTimeout(timer)
    timer = window.setTimeout(save, QUIET_MS)
  }

  /** Keeps this page's plan although someone else saved another in the meantime. */
  async function overwrite(): Promise<void> {
    const theirs = await readJourney(id, language())
    journey.value = { ...theirs, draft: history.value.value }
    saveState.value = 'changed'
    await save()
  }

  watch(history.value, (plan) => {
    if (plan === savedPlan.value) saveState.value = 'saved'
    else if (saveState.value !== 'saving' && saveState.value !== 'conflict') wait()
  })
  const guard = (leaving: BeforeUnloadEvent) => {
    if (saveState.value !== 'saved') leaving.preventDefault()
  }
  window.addEventListener('beforeunload', guard)
  onScopeDispose(() => {
    window.removeEventListener('beforeunload', guard)
    void save()
  })

  const flaws = computed(() => journey.value?.flaws ?? [])
  /** The server's sentence, while it speaks of what is on the page. */
  function serverWords(node: string): string | undefined {
    const now = history.value.value
    return savedPlan.value.nodes[node] === now.nodes[node] && savedPlan.value.entry === now.entry
      ? journey.value?.words[node]
      : undefined
  }

  return {
    id,
    journey,
    problem,
    saveProblem,
    saveState,
    history,
    plan: history.value,
    flaws,
    load,
    save,
    overwrite,
    serverWords,
  }
}

export function provideDraft(id: string): Draft {
  const draft = makeDraft(id)
  provide(key, draft)
  void draft.load()
  return draft
}

export function useDraft(): Draft {
  const draft = inject(key)
  if (!draft) throw new Error('no journey is open here')
  return draft
}
