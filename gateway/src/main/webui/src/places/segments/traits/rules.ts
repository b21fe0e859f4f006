import type { Factor, Rule, Scale } from '@/api/attributes'
import type { Flaw } from '@/api/http'
import { blank as blankCondition } from '@/conditions/tree'

type KeyOf<T> = T extends unknown ? keyof T : never
export type RuleKind = KeyOf<Rule>
export const ruleKinds: RuleKind[] = ['computed', 'stages', 'score', 'rfm', 'reminders', 'schedule']

export const kindOf = (rule: Rule): RuleKind => Object.keys(rule)[0] as RuleKind

/** A rule to begin with: its lists have what they cannot be without. */
export function blank(kind: RuleKind): Rule {
  switch (kind) {
    case 'computed':
      return { computed: { of: 'count', event: '' } }
    case 'stages':
      return { stages: { stages: [{ name: '', when: blankCondition('performed') }] } }
    case 'score':
      return { score: { factors: [blankFactor] } }
    case 'rfm':
      return {
        rfm: {
          event: '',
          property: '',
          window: { last: 'P365D' },
          recency: [30, 90, 180, 270],
          frequency: [2, 3, 5, 10],
          monetary: [50, 200, 500, 1_000],
        },
      }
    case 'reminders':
      return { reminders: { tells: '', of: { trait: '' }, before: ['P7D'] } }
    case 'schedule':
      return { schedule: { tells: '', segment: '', at: '' } }
  }
}

export const blankFactor: Factor = {
  name: '',
  weight: 1,
  of: { daysSince: '' },
  scale: { linear: { worst: 30, best: 0 } },
}

/** The other way to give points, with bands that go up to where the line did. */
export function changeScale(scale: Scale, kind: 'linear' | 'bands'): Scale {
  if (kind in scale) return scale
  if ('linear' in scale) {
    const { worst, best } = scale.linear
    const [low, high] = worst < best ? [0, 100] : [100, 0]
    return {
      bands: [
        { atLeast: Math.min(worst, best), points: low },
        { atLeast: Math.max(worst, best), points: high },
      ],
    }
  }
  const [worst, best] = [scale.bands[0], scale.bands.at(-1)]
  return { linear: { worst: worst?.atLeast ?? 0, best: best?.atLeast ?? 100 } }
}

/** What is wrong beneath a place, as if that place were another. */
export const rebased = (flaws: Flaw[], from: string, to: string): Flaw[] =>
  flaws
    .filter(({ path }) => path === from || path.startsWith(`${from}/`))
    .map((flaw) => ({ ...flaw, path: to + flaw.path.slice(from.length) }))
