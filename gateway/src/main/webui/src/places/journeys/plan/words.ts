import { useI18n } from 'vue-i18n'
import type { Plan, PlanNode } from '@/api/plan'
import { useFormat } from '@/format/useFormat'
import { useTemplates } from '@/stores/lists'
import { ENTRY } from './graph'

/** Names and sentences of nodes, made from their settings. */
export function useNodeWords() {
  const { t } = useI18n()
  const format = useFormat()
  const templates = useTemplates()

  function sentence(plan: Plan, id: string): string {
    if (id === ENTRY)
      return plan.entry?.event
        ? t('canvas.words.entry', { event: plan.entry.event })
        : t('canvas.words.noEntry')
    const node = plan.nodes[id]
    return node ? sentenceOf(node) : ''
  }

  function sentenceOf(node: PlanNode): string {
    switch (node.kind) {
      case 'wait':
        return t(`canvas.words.wait.${node.from}`, { duration: format.duration(node.duration) })
      case 'branch':
        return t('canvas.words.branch', { labels: node.cases.map(({ label }) => label).join(', ') })
      case 'message': {
        const name = node.template && templates.byId.get(node.template)?.name
        return name
          ? t('canvas.words.message', { name })
          : t(node.template ? 'canvas.words.someMessage' : 'canvas.words.noMessage')
      }
      case 'exit':
        return t('canvas.words.exit', { outcome: node.outcome })
    }
  }

  /** The author's name for it, else that of its kind. */
  function title(plan: Plan, id: string): string {
    if (id === ENTRY) return t('kinds.entry')
    const node = plan.nodes[id]
    return node ? node.name || t(`kinds.${node.kind}`) : id
  }

  return { sentence, title }
}
