const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 250

/** Looks until a fact holds and returns what was found; says what was missing when it never does. */
export async function until(what, look, patienceMs = PATIENCE_MS) {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > deadline) throw new Error(`It never came true that ${what}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

export function must(fact, words) {
  if (!fact) throw new Error(words)
}

export function same(found, wanted, what) {
  const [left, right] = [found, wanted].map((value) => JSON.stringify(value))
  must(left === right, `${what}: found ${left}, wanted ${right}`)
}
