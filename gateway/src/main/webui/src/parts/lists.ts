/** The list with another item in this place. */
export const replaced = <T>(list: T[], at: number, item: T): T[] =>
  list.map((each, index) => (index === at ? item : each))

/** The list but for the item in this place. */
export const without = <T>(list: T[], at: number): T[] => list.filter((_, index) => index !== at)

/** The list with an item moved one place up or down; what has nowhere to go stays. */
export function moved<T>(list: T[], at: number, by: -1 | 1): T[] {
  const to = at + by
  if (to < 0 || to >= list.length) return list
  const other = [...list]
  ;[other[at], other[to]] = [other[to]!, other[at]!]
  return other
}
