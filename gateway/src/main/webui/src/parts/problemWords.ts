import { useI18n } from 'vue-i18n'
import type { Problem } from '@/api/http'

/** Says a failure in the reader's language; the server's own sentence stands beside it as the detail. */
export function useProblemWords() {
  const { t } = useI18n()
  return (problem: Problem): { title: string; detail: string } => {
    if (problem.unreachable)
      return { title: t('problems.unreachable'), detail: t('problems.unreachableText') }
    const known: Record<number, string> = {
      403: 'forbidden',
      404: 'notFound',
      409: 'stale',
      422: 'flawed',
      429: 'busy',
      503: 'away',
    }
    const key = known[problem.status] ?? (problem.status >= 500 ? 'server' : 'refused')
    return { title: t(`problems.${key}`), detail: problem.detail ?? t(`problems.${key}Text`) }
  }
}
