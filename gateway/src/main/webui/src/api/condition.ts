import { post } from './workspace'

/** The condition language as it is on the wire: each is an object with one member. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { trait: Comparison }
  | { performed: Performed }
  | { property: Comparison }
  | { trigger: Comparison }
  | { aggregate: Aggregate }
  | { occurrence: Occurrence }
  | { sequence: Sequence }
  | { unfollowed: Unfollowed }
  | { message: MessageQuestion }
  | { segment: string }
  | { account: Comparison }
  | { journey: Standing }
  | { bucket: Bucket }

export interface Comparison {
  name: string
  test: Test
}

export interface Times {
  atLeast: number
  atMost?: number
}

export type Window = { last: string } | { since: 'trigger' }

/** Something that a customer does; `where` asks its properties. */
export interface Step {
  event: string
  where?: Condition
}

export interface Performed extends Step {
  times?: Times
  window?: Window
}

export const numbersOf = ['sum', 'average', 'minimum', 'maximum', 'distinct'] as const

export interface Aggregate extends Step {
  of: (typeof numbersOf)[number]
  property: string
  window?: Window
  test: Test
}

export interface Occurrence extends Step {
  which: 'first' | 'last'
  test: Test
}

export interface Sequence {
  steps: Step[]
  within: string
  window?: Window
}

export interface Unfollowed {
  did: Step
  by: Step
  after?: string
  window?: Window
}

export const messageOutcomes = [
  'sent',
  'delivered',
  'opened',
  'clicked',
  'bounced',
  'complained',
  'unsubscribed',
  'failed',
] as const

export interface MessageQuestion {
  outcome: (typeof messageOutcomes)[number]
  journey?: string
  template?: string
  times?: Times
  window?: Window
}

export const standings = ['in', 'finished', 'converted'] as const

export interface Standing {
  id: string
  state: (typeof standings)[number]
}

/** From so many hundredths of a percent to below so many. */
export interface Bucket {
  salt: string
  from: number
  below: number
}

export type Literal = string | number | boolean
export type Operand = Literal | { trigger: string }
/** A date, or a time before or after now, or what the triggering event says. */
export type Moment = string | { ago: string } | { ahead: string } | { trigger: string }

export interface Circle {
  latitude: number
  longitude: number
  kilometres: number
}

export type Test =
  | { equals: Operand }
  | { in: Literal[] }
  | { contains: Operand }
  | { startsWith: Operand }
  | { lessThan: Operand }
  | { atMost: Operand }
  | { atLeast: Operand }
  | { moreThan: Operand }
  | { exists: boolean }
  | { matches: string }
  | { before: Moment }
  | { after: Moment }
  | { anniversary: { within: string } }
  | { near: Circle }

export const describe = (condition: Condition, locale: string, signal?: AbortSignal) =>
  post<{ words: string }>('/conditions/describe', { condition }, { locale }, signal)
