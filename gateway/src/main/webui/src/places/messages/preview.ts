import { computed, shallowRef, watch, type Ref } from 'vue'
import { preview, type Rendered, type Sample, type TemplateBody } from '@/api/messages'
import type { Problem } from '@/api/http'
import { asProblem } from '@/live/load'
import { inventedSample } from './samples'

const QUIET_MS = 350

/** The mail as that customer would get it, rendered anew a moment after each change. */
export function usePreview(body: Ref<TemplateBody | undefined>) {
  const sample = shallowRef<Sample>(inventedSample())
  const rendered = shallowRef<Rendered>()
  const problem = shallowRef<Problem>()
  let timer: number | undefined
  let latest = 0

  async function render(): Promise<void> {
    if (!body.value) return
    const mine = ++latest
    const { subject, html, text } = body.value
    try {
      const answer = await preview({ subject, html, text, ...sample.value })
      if (mine !== latest) return
      rendered.value = answer
      problem.value = undefined
    } catch (failure) {
      if (mine === latest) problem.value = asProblem(failure)
    }
  }

  watch([body, sample], () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(render, rendered.value ? QUIET_MS : 0)
  })

  const flaws = computed(() => (problem.value ? problem.value.flaws : (rendered.value?.flaws ?? [])))
  return { sample, rendered, problem, flaws }
}
