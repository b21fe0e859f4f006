// Funnels and paths whose sums add up.
const interval = (n, of) => {
  if (of === 0) return { rate: 0, low: 0, high: 0 }
  const p = n / of
  const half = 1.96 * Math.sqrt((p * (1 - p)) / of)
  return { rate: p, low: Math.max(0, p - half), high: Math.min(1, p + half) }
}

export function funnel({ steps }) {
  const people = steps.map((_, index) =>
    Math.round(8_412 * [1, 0.31, 0.0037, 0.0021, 0.001][Math.min(index, 4)]),
  )
  return {
    steps: steps.map(({ event }, index) => ({
      event,
      people: people[index],
      ofPrevious: interval(people[index], people[index - 1] ?? people[index]),
      ofFirst: interval(people[index], people[0]),
      medianFromPreviousMs: index ? 1_000 * 60 * 47 * index : undefined,
    })),
    dropped: people.slice(1).map((n, index) => people[index] - n),
  }
}

export function paths({ depth }) {
  const events = ['$page', 'Product Viewed', 'Product Added', 'Order Completed', 'other']
  const nodes = []
  const links = []
  let inflow = new Map(events.slice(0, 3).map((event, index) => [event, [6_000, 2_100, 311][index]]))
  for (let step = 1; step <= depth && inflow.size > 0; step++) {
    const next = new Map()
    for (const [event, people] of inflow) {
      const targets = step === depth ? [] : events.filter((other) => other !== event).slice(0, 3)
      const flows = targets
        .map((target, index) => [target, Math.floor(people * [0.38, 0.17, 0.09][index])])
        .filter(([, n]) => n > 0)
      for (const [target, n] of flows) {
        links.push({ source: `${step}/${event}`, target: `${step + 1}/${target}`, people: n })
        next.set(target, (next.get(target) ?? 0) + n)
      }
      nodes.push({
        id: `${step}/${event}`,
        step,
        event,
        people,
        ended: people - flows.reduce((sum, [, n]) => sum + n, 0),
      })
    }
    inflow = next
  }
  return { nodes, links }
}
