import type { IntakeRules, Source } from '@/api/sources'

/** Rules as a form holds them. */
export interface RulesDraft {
  name: string
  /** One a line. */
  origins: string
  limited: boolean
  eventsPerSecond: number
  address: IntakeRules['address']
  userAgent: IntakeRules['userAgent']
  plan: IntakeRules['plan']
  traitsFromContext: boolean
  historicAfter: string
}

export const keeps = ['full', 'truncated', 'none'] as const
export const modes = ['allow', 'warn', 'quarantine'] as const
export const MOST_EVENTS_PER_SECOND = 1_000_000
export const MOST_ORIGINS = 50
const USUAL: IntakeRules = { address: 'none', userAgent: 'full', plan: 'allow', traitsFromContext: false }

export function draftOf(source: Source): RulesDraft {
  const rules = { ...USUAL, ...source.rules }
  return {
    name: source.name,
    origins: (rules.origins ?? []).join('\n'),
    limited: rules.eventsPerSecond !== undefined,
    eventsPerSecond: rules.eventsPerSecond ?? 1_000,
    address: rules.address,
    userAgent: rules.userAgent,
    plan: rules.plan,
    traitsFromContext: rules.traitsFromContext,
    historicAfter: source.historicAfter ?? 'P3D',
  }
}

export function rulesOf(draft: RulesDraft): IntakeRules {
  return {
    origins: originsIn(draft.origins),
    ...(draft.limited ? { eventsPerSecond: draft.eventsPerSecond } : {}),
    address: draft.address,
    userAgent: draft.userAgent,
    plan: draft.plan,
    traitsFromContext: draft.traitsFromContext,
  }
}

export const originsIn = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)

/** Those that are no origin, such as one with a path. */
export const wrongOrigins = (text: string): string[] => originsIn(text).filter((each) => !isOrigin(each))

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text)
    return /^https?:$/.test(protocol) && origin === text.toLowerCase().replace(/\/$/, '')
  } catch {
    return false
  }
}

export const rateFits = (rate: number) =>
  Number.isInteger(rate) && rate >= 1 && rate <= MOST_EVENTS_PER_SECOND
