import type { LocationQuery } from 'vue-router'

export const MOST_STEPS = 8
const USUAL = ['Product Viewed', 'Product Added', 'Order Completed']
const WITHIN = 'P7D'

/** What the address says of the funnel: ?step=…&step=…&within=P7D. */
export function funnelOf(query: LocationQuery): { steps: string[]; within: string } {
  const said = query.step === undefined ? USUAL : [query.step].flat().map((each) => String(each ?? ''))
  return { steps: said.slice(0, MOST_STEPS), within: String(query.within ?? WITHIN) }
}

export const withStep = (steps: string[], at: number, event: string) =>
  steps.map((each, index) => (index === at ? event : each))
export const withoutStep = (steps: string[], at: number) => steps.filter((_, index) => index !== at)

export function swapped(steps: string[], at: number, by: 1 | -1): string[] {
  const other = at + by
  if (other < 0 || other >= steps.length) return steps
  const next = [...steps]
  next[at] = steps[other]!
  next[other] = steps[at]!
  return next
}
