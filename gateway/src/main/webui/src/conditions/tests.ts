import type { Literal, Moment, Operand, Test } from '@/api/condition'

type KeyOf<T> = T extends unknown ? keyof T : never
export type TestKind = KeyOf<Test>

/** What is tested, which decides what may be asked of it. */
export type Tested = 'anything' | 'event' | 'number' | 'time'

const texts: TestKind[] = ['equals', 'in', 'contains', 'startsWith', 'matches']
const numbers: TestKind[] = ['equals', 'in', 'lessThan', 'atMost', 'atLeast', 'moreThan']
const bounds: TestKind[] = ['before', 'after']

const testsOf: Record<Tested, TestKind[]> = {
  anything: [...new Set([...texts, ...numbers, ...bounds]), 'anniversary', 'near', 'exists'],
  event: [...new Set([...texts, ...numbers, ...bounds]), 'near', 'exists'],
  number: [...numbers, 'exists'],
  time: [...bounds, 'anniversary', 'exists'],
}

/** What a value of a JSON type can be asked; a text may be a date, too. */
const fitting: Record<string, TestKind[]> = {
  string: [...texts, ...bounds, 'anniversary', 'exists'],
  number: [...numbers, ...bounds, 'anniversary', 'exists'],
  integer: [...numbers, ...bounds, 'anniversary', 'exists'],
  boolean: ['equals', 'exists'],
  object: ['near', 'exists'],
  array: ['contains', 'exists'],
}

/** The tests to offer, those that make no sense for a known type left out. */
export function testsFor(tested: Tested, type: string | undefined, now: TestKind): TestKind[] {
  const fits = type ? fitting[type] : undefined
  return testsOf[tested].filter((kind) => kind === now || !fits || fits.includes(kind))
}

export const testOf = (test: Test): TestKind => Object.keys(test)[0] as TestKind

const operands: TestKind[] = ['equals', 'contains', 'startsWith', 'lessThan', 'atMost', 'atLeast', 'moreThan']
/** Whether it compares with one value, typed or taken from the event that started the run. */
export const comparesWithOne = (kind: TestKind): boolean => operands.includes(kind)

export const blankTest: Record<Tested, Test> = {
  anything: { equals: '' },
  event: { equals: '' },
  number: { atLeast: 1 },
  time: { after: { ago: 'P30D' } },
}

/** Another test that keeps the value where it still makes sense. */
export function changeTest(test: Test, kind: TestKind): Test {
  if (testOf(test) === kind) return test
  switch (kind) {
    case 'exists':
      return { exists: true }
    case 'matches':
      return { matches: textIn(test) }
    case 'in':
      return { in: listIn(test) }
    case 'before':
      return { before: momentIn(test) }
    case 'after':
      return { after: momentIn(test) }
    case 'anniversary':
      return { anniversary: { within: 'P7D' } }
    case 'near':
      return { near: { latitude: 0, longitude: 0, kilometres: 10 } }
    default:
      return { [kind]: operandIn(test) } as Test
  }
}

/** The value that a test compares with; of a list its first, of what has no such value an empty text. */
export function operandIn(test: Test): Operand {
  if ('in' in test) return test.in[0] ?? ''
  if ('matches' in test) return test.matches
  const kind = testOf(test)
  return comparesWithOne(kind) ? (Object.values(test)[0] as Operand) : ''
}

function textIn(test: Test): string {
  const value = operandIn(test)
  return typeof value === 'string' ? value : ''
}

function listIn(test: Test): Literal[] {
  const value = operandIn(test)
  return value === '' || typeof value === 'object' ? [] : [value]
}

function momentIn(test: Test): Moment {
  if ('before' in test) return test.before
  return 'after' in test ? test.after : { ago: 'P30D' }
}

/** What someone typed: 12 is a number, true a truth value, "12" in quotes a text. */
export function literal(typed: string): Literal {
  const text = typed.trim()
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^".*"$/.test(text)) return text.slice(1, -1)
  if (/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text)) return Number(text)
  return text
}

/** How a value is typed, so that reading it again gives the same. */
export function typed(value: Literal): string {
  return typeof value === 'string' && typeof literal(value) !== 'string' ? `"${value}"` : String(value)
}

/** Whether a test has all that it compares with. */
export function filled(test: Test): boolean {
  if ('in' in test) return test.in.length > 0
  if ('matches' in test) return test.matches !== ''
  if ('before' in test) return dated(test.before)
  if ('after' in test) return dated(test.after)
  const value = comparesWithOne(testOf(test)) ? operandIn(test) : true
  return typeof value === 'object' ? value.trigger !== '' : value !== ''
}

function dated(moment: Moment): boolean {
  if (typeof moment === 'string') return moment !== ''
  return !('trigger' in moment) || moment.trigger !== ''
}
