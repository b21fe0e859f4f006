import type { Comparison, Condition, Step } from '@/api/condition'
import { blankTest, filled } from './tests'

type KeyOf<T> = T extends unknown ? keyof T : never
export type ConditionKind = KeyOf<Condition>
export type GroupKind = 'all' | 'any'
/** A condition that asks something itself. */
export type LeafKind = Exclude<ConditionKind, GroupKind | 'not'>

/** What a condition may speak of: a customer, a customer in a journey, or one event. */
export type Scope = 'customer' | 'journey' | 'event'

/** How deep groups are offered to lie in one another; the server takes a little more. */
export const DEEPEST = 7
export const MOST_STEPS = 5
export const FEWEST_STEPS = 2

const ofCustomers: LeafKind[] = [
  'trait',
  'performed',
  'aggregate',
  'occurrence',
  'sequence',
  'unfollowed',
  'message',
  'segment',
  'journey',
  'account',
  'bucket',
]

export const leavesIn: Record<Scope, LeafKind[]> = {
  customer: ofCustomers,
  journey: [...ofCustomers, 'trigger'],
  event: ['property'],
}

export const kindOf = (condition: Condition): ConditionKind => Object.keys(condition)[0] as ConditionKind

/** The condition that a scope begins with. */
export const first = (scope: Scope): Condition => blank(leavesIn[scope][0]!)

export function blank(kind: LeafKind): Condition {
  switch (kind) {
    case 'trait':
    case 'account':
      return { [kind]: { name: '', test: blankTest.anything } } as Condition
    case 'property':
    case 'trigger':
      return { [kind]: { name: '', test: blankTest.event } } as Condition
    case 'performed':
      return { performed: { event: '', times: { atLeast: 1 } } }
    case 'aggregate':
      return { aggregate: { of: 'sum', event: '', property: '', test: blankTest.number } }
    case 'occurrence':
      return { occurrence: { which: 'last', event: '', test: blankTest.time } }
    case 'sequence':
      return { sequence: { steps: [{ event: '' }, { event: '' }], within: 'P1D' } }
    case 'unfollowed':
      return { unfollowed: { did: { event: '' }, by: { event: '' } } }
    case 'message':
      return { message: { outcome: 'opened', window: { last: 'P30D' } } }
    case 'segment':
      return { segment: '' }
    case 'journey':
      return { journey: { id: '', state: 'in' } }
    case 'bucket':
      return { bucket: { salt: '', from: 0, below: 5_000 } }
  }
}

/** The parts of a group; nothing for a condition that is none. */
export function groupOf(condition: Condition): Condition[] | undefined {
  if ('all' in condition) return condition.all
  return 'any' in condition ? condition.any : undefined
}

/** Another kind of condition that keeps what can be kept: the parts of a group, or itself as its part. */
export function changeKind(condition: Condition, kind: LeafKind | GroupKind): Condition {
  if (kindOf(condition) === kind) return condition
  const parts = groupOf(condition) ?? [condition]
  if (kind === 'all') return { all: parts }
  if (kind === 'any') return { any: parts }
  return blank(kind)
}

/** The opposite; of an opposite, what it was of. */
export const negate = (condition: Condition): Condition =>
  'not' in condition ? condition.not : { not: condition }

/** The list with the parts of a group in the group's place. */
export const ungrouped = (list: Condition[], at: number): Condition[] =>
  list.flatMap((each, index) => (index === at ? (groupOf(each) ?? [each]) : [each]))

/** Whether every field is filled in, so that it is worth asking the server about it. */
export function complete(condition: Condition): boolean {
  const group = groupOf(condition)
  if (group) return (group.length > 0 || 'all' in condition) && group.every(complete)
  if ('not' in condition) return complete(condition.not)
  if ('performed' in condition) return done(condition.performed)
  if ('aggregate' in condition) {
    const { aggregate } = condition
    return done(aggregate) && aggregate.property !== '' && filled(aggregate.test)
  }
  if ('occurrence' in condition) return done(condition.occurrence) && filled(condition.occurrence.test)
  if ('sequence' in condition) return condition.sequence.steps.every(done)
  if ('unfollowed' in condition) return done(condition.unfollowed.did) && done(condition.unfollowed.by)
  if ('segment' in condition) return condition.segment !== ''
  if ('journey' in condition) return condition.journey.id !== ''
  if ('bucket' in condition) return condition.bucket.salt.trim() !== ''
  return 'message' in condition || compared(Object.values(condition)[0]!)
}

const done = ({ event, where }: Step): boolean => event !== '' && (!where || complete(where))

const compared = ({ name, test }: Comparison): boolean => name !== '' && filled(test)
