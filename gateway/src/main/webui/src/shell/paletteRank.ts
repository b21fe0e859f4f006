import type { PaletteEntry } from './paletteEntries'

const MOST = 12

/** Every word must occur; what starts with the query comes before what has it inside. */
export function rankEntries(entries: PaletteEntry[], query: string): PaletteEntry[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const scored = entries
    .map((entry) => ({ entry, score: score(`${entry.title} ${entry.group}`.toLocaleLowerCase(), words) }))
    .filter(({ score }) => score >= 0)
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

function score(text: string, words: string[]): number {
  let total = 0
  for (const word of words) {
    const at = text.indexOf(word)
    if (at < 0) return -1
    total += at === 0 ? 3 : text[at - 1] === ' ' ? 2 : 1
  }
  return total
}
