import type { Condition, KeptCondition, KeptTest, Operand, Test } from '@/api/condition'

export type ConditionKind = 'trait' | 'performed' | 'property' | 'trigger' | 'all' | 'any' | 'not'
export type TestKind =
  | 'equals'
  | 'in'
  | 'contains'
  | 'startsWith'
  | 'lessThan'
  | 'atMost'
  | 'atLeast'
  | 'moreThan'
  | 'exists'
  | 'matches'

/** What a condition may speak of: a customer, a customer in a journey, or one event. */
export type Scope = 'customer' | 'journey' | 'event'

export const kindsIn: Record<Scope, ConditionKind[]> = {
  customer: ['trait', 'performed', 'all', 'any', 'not'],
  journey: ['trait', 'performed', 'trigger', 'all', 'any', 'not'],
  event: ['property', 'all', 'any', 'not'],
}

export const testKinds: TestKind[] = [
  'equals',
  'in',
  'contains',
  'startsWith',
  'lessThan',
  'atMost',
  'atLeast',
  'moreThan',
  'exists',
  'matches',
]

const conditionKinds: string[] = ['trait', 'performed', 'property', 'trigger', 'all', 'any', 'not']

export const kindOf = (condition: Condition): ConditionKind => Object.keys(condition)[0] as ConditionKind
export const testOf = (test: Test): TestKind => Object.keys(test)[0] as TestKind

/** Whether the page only keeps a condition, because it has no fields for it. */
export const isKept = (condition: Condition): condition is KeptCondition =>
  !conditionKinds.includes(kindOf(condition))

/** Whether the page only keeps a test, because it has no fields for it. */
export const isKeptTest = (test: Test): test is KeptTest => !testKinds.includes(testOf(test))

const blankTest: Test = { equals: '' }

export function blank(kind: ConditionKind, scope: Scope): Condition {
  switch (kind) {
    case 'trait':
      return { trait: { name: '', test: blankTest } }
    case 'property':
      return { property: { name: '', test: blankTest } }
    case 'trigger':
      return { trigger: { name: '', test: blankTest } }
    case 'performed':
      return { performed: { event: '', times: { atLeast: 1 } } }
    case 'all':
      return { all: [blank(kindsIn[scope][0]!, scope)] }
    case 'any':
      return { any: [blank(kindsIn[scope][0]!, scope)] }
    case 'not':
      return { not: blank(kindsIn[scope][0]!, scope) }
  }
}

/** The parts of a group; a condition that is none is its own only part. */
export function partsOf(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  if ('not' in condition) return [condition.not]
  return [condition]
}

/** Another kind of condition that keeps what can be kept: the parts of a group, or itself as its part. */
export function changeKind(condition: Condition, kind: ConditionKind, scope: Scope): Condition {
  const now = kindOf(condition)
  if (now === kind) return condition
  const parts = partsOf(condition)
  if (kind === 'all') return { all: parts }
  if (kind === 'any') return { any: parts }
  if (kind === 'not') return { not: parts.length === 1 ? parts[0]! : condition }
  return blank(kind, scope)
}

/** Another test that keeps the value where it still makes sense. */
export function changeTest(test: Test, kind: TestKind): Test {
  if (testOf(test) === kind) return test
  const value = isKeptTest(test) ? '' : valueOf(test)
  if (kind === 'matches') return { matches: typeof value === 'string' ? value : '' }
  if (kind === 'exists') return { exists: true }
  if (kind === 'in') return { in: value === '' || typeof value === 'object' ? [] : [value] }
  return { [kind]: value } as Test
}

/** The value that a test compares with; of a list its first, of existence none. */
export function valueOf(test: Test): Operand {
  if ('exists' in test || isKeptTest(test)) return ''
  if ('in' in test) return test.in[0] ?? ''
  return Object.values(test)[0] as Operand
}

/** What someone typed: 12 is a number, true a truth value, "12" in quotes a text. */
export function literal(typed: string): string | number | boolean {
  const text = typed.trim()
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^".*"$/.test(text)) return text.slice(1, -1)
  if (/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text)) return Number(text)
  return text
}

/** How a value is typed, so that reading it again gives the same. */
export function typed(value: string | number | boolean): string {
  return typeof value === 'string' && typeof literal(value) !== 'string' ? `"${value}"` : String(value)
}

type Comparison = Extract<Condition, { trait: unknown } | { property: unknown } | { trigger: unknown }>

/** Whether every field is filled in, so that it is worth asking the server for words. */
export function complete(condition: Condition): boolean {
  if ('all' in condition || 'any' in condition) {
    const parts = partsOf(condition)
    return parts.length > 0 && parts.every(complete)
  }
  if ('not' in condition) return complete(condition.not)
  if (isKept(condition)) return true
  if ('performed' in condition) {
    const { event, where } = condition.performed
    return event !== '' && (!where || complete(where))
  }
  const { name, test } = comparison(condition)
  return name !== '' && filled(test)
}

function comparison(condition: Comparison): { name: string; test: Test } {
  if ('trait' in condition) return condition.trait
  return 'property' in condition ? condition.property : condition.trigger
}

function filled(test: Test): boolean {
  if ('exists' in test || isKeptTest(test)) return true
  if ('in' in test) return test.in.length > 0
  const value = valueOf(test)
  return typeof value === 'object' ? value.trigger !== '' : value !== ''
}
