import { onScopeDispose, ref, shallowRef } from 'vue'
import { saveTemplate, template, type TemplateBody } from '@/api/messages'
import type { Problem } from '@/api/http'
import { asProblem } from '@/live/load'

const QUIET_MS = 700

/** A template's draft, saved by itself a moment after each change. */
export function useTemplateDraft(id: string) {
  const body = shallowRef<TemplateBody>()
  const problem = shallowRef<Problem>()
  const state = ref<'saved' | 'changed' | 'saving' | 'failed' | 'conflict'>('saved')
  let revision = 0
  let saved: TemplateBody | undefined
  let timer: number | undefined

  async function load(): Promise<void> {
    try {
      const { name, channel, subject, html, text, revision: now } = await template(id)
      body.value = { name, channel, subject: subject ?? '', html: html ?? '', text: text ?? '' }
      saved = body.value
      revision = now
      state.value = 'saved'
      problem.value = undefined
    } catch (failure) {
      problem.value = asProblem(failure)
    }
  }

  function edit(changed: Partial<TemplateBody>): void {
    if (!body.value) return
    body.value = { ...body.value, ...changed }
    if (state.value === 'conflict') return
    state.value = 'changed'
    window.clearTimeout(timer)
    timer = window.setTimeout(save, QUIET_MS)
  }

  async function save(): Promise<void> {
    window.clearTimeout(timer)
    const sent = body.value
    if (!sent || sent === saved || state.value === 'saving') return
    state.value = 'saving'
    try {
      revision = (await saveTemplate(id, revision, sent)).revision
      saved = sent
      state.value = 'saved'
      if (body.value !== sent) edit({})
    } catch (failure) {
      state.value = asProblem(failure).status === 409 ? 'conflict' : 'failed'
    }
  }

  onScopeDispose(() => void save())
  void load()
  return { body, problem, state, load, edit, save }
}
