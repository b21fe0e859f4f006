/** Things that happened, in the order given, with one group for each day of the reader's calendar. */
export function byDay<T extends { at: string }>(items: T[], locale: string): { key: string; items: T[] }[] {
  const days = new Map<string, T[]>()
  const name = new Intl.DateTimeFormat(locale, { dateStyle: 'short' })
  for (const item of items) {
    const key = name.format(new Date(item.at))
    days.set(key, [...(days.get(key) ?? []), item])
  }
  return [...days].map(([key, group]) => ({ key, items: group }))
}
