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

export const describe = (condition: Condition, locale: string) =>
  post<{ words: string }>('/conditions/describe', { condition }, { locale })
