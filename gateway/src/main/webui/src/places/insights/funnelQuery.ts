import type { LocationQuery } from 'vue-router'

export const MOST_STEPS = 8
const USUAL = ['Product Viewed', 'Product Added', 'Order Completed']
const WITHIN = 'P7D'

/** What the address says of the funnel: ?step=…&step=…&within=P7D. */
export function funnelOf(query: LocationQuery): { steps: string[]; within: string } {
  const said = query.step === undefined ? USUAL : [query.step].flat().map((each) => String(each ?? ''))
  return { steps: said.slice(0, MOST_STEPS), within: String(query.within ?? WITHIN) }
}
