import { post } from './workspace'

/** The condition language as it is on the wire: each is an object with one member. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { trait: { name: string; test: Test } }
  | { performed: Performed }
  | { property: { name: string; test: Test } }
  | { trigger: { name: string; test: Test } }
  | KeptCondition

/** Conditions that come by the API: the page says them in words and keeps them as they are. */
export type KeptCondition =
  | { aggregate: object }
  | { occurrence: object }
  | { sequence: object }
  | { unfollowed: object }
  | { message: object }
  | { segment: string }
  | { account: object }
  | { journey: object }
  | { bucket: object }

export interface Performed {
  event: string
  times?: { atLeast: number; atMost?: number }
  window?: { last: string } | { since: 'trigger' }
  where?: Condition
}

export type Operand = string | number | boolean | { trigger: string }

export type Test =
  | { equals: Operand }
  | { in: (string | number | boolean)[] }
  | { contains: Operand }
  | { startsWith: Operand }
  | { lessThan: Operand }
  | { atMost: Operand }
  | { atLeast: Operand }
  | { moreThan: Operand }
  | { exists: boolean }
  | { matches: string }
  | KeptTest

/** Tests that come by the API, kept as they are. */
export type KeptTest =
  { before: string | object } | { after: string | object } | { anniversary: object } | { near: object }

export const describe = (condition: Condition, locale: string) =>
  post<{ words: string }>('/conditions/describe', { condition }, { locale })
