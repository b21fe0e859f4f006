/** ISO-8601 durations of fixed length, as the API writes them; months and years do not occur. */
export type Unit = 'days' | 'hours' | 'minutes' | 'seconds'

const seconds: Record<Unit, number> = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 }
export const units = Object.keys(seconds) as Unit[]

const pattern = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** The length in seconds; nothing when it is not a duration. */
export function secondsOf(iso: string): number | undefined {
  const match = pattern.exec(iso)
  if (!match || iso === 'P' || iso.endsWith('T')) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, rest = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  return weeks * 604_800 + days * 86_400 + hours * 3_600 + minutes * 60 + rest
}

/** The largest unit in which the length is a whole number. */
export function parts(iso: string): { amount: number; unit: Unit } | undefined {
  const total = secondsOf(iso)
  if (total === undefined) return undefined
  const unit =
    units.find((candidate) => total >= seconds[candidate] && total % seconds[candidate] === 0) ?? 'seconds'
  return { amount: total / seconds[unit], unit }
}

export function isoOf(amount: number, unit: Unit): string {
  return unit === 'days' ? `P${amount}D` : `PT${amount}${unit[0]!.toUpperCase()}`
}

/** In words of the locale: "3 days", "3 日". */
export function durationText(iso: string, locale: string): string {
  const found = parts(iso)
  if (!found) return iso
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: found.unit.slice(0, -1),
    unitDisplay: 'long',
  }).format(found.amount)
}

/** A measured length, rounded to what a reader can use: "2.4 h" is "2 h 24 min". */
export function spanText(ms: number, locale: string): string {
  const steps: [number, Unit][] = units.map((unit) => [seconds[unit] * 1000, unit])
  const at = steps.findIndex(([length]) => ms >= length)
  if (at < 0) return unitText(Math.round(ms) / 1000, 'seconds', locale)
  const [length, unit] = steps[at]!
  const whole = Math.floor(ms / length)
  const finer = steps[at + 1]
  const rest = finer ? Math.round((ms - whole * length) / finer[0]) : 0
  const first = unitText(whole, unit, locale)
  return finer && rest > 0 && whole < 10 ? `${first} ${unitText(rest, finer[1], locale)}` : first
}

function unitText(amount: number, unit: Unit, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unit.slice(0, -1),
    unitDisplay: 'short',
    maximumFractionDigits: 2,
  }).format(amount)
}
