/** Dates and times in the reader's locale and zone. */
const MINUTE = 60_000
const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 1_440 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
]

/** "3 minutes ago"; within a minute of now, "now"; beyond a week, the date. */
export function ago(at: string, now: number, locale: string): string {
  const distance = Date.parse(at) - now
  if (Number.isNaN(distance)) return at
  if (Math.abs(distance) > 7 * 1_440 * MINUTE) return day(at, locale)
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' })
  const found = steps.find(([, length]) => Math.abs(distance) >= length)
  return found ? words.format(Math.trunc(distance / found[1]), found[0]) : words.format(0, 'second')
}

export const day = (at: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(at))

export const clock = (at: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(new Date(at))

export const moment = (at: string, locale: string, zone?: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
    new Date(at),
  )

/** With weekday and seconds, for a tooltip. */
export const exact = (at: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(at))

/** A date of the reader's calendar, as a date field holds it: 2026-03-01. */
export function dateOnly(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE)
  return local.toISOString().slice(0, 10)
}

/** The reader's midnight at the start of that date; with `after`, at its end. */
export function midnight(date: string, edge: 'start' | 'end'): string {
  const at = new Date(`${date}T00:00:00`)
  if (edge === 'end') at.setDate(at.getDate() + 1)
  return at.toISOString()
}

/** A moment of the reader's calendar, as a date and time field holds it: 2026-03-01T09:30. */
export function momentField(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE)
  return local.toISOString().slice(0, 16)
}
