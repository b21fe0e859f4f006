/** Below this many people a share is said as "12 of 31". */
export const FEW = 50

export const count = (n: number, locale: string) => new Intl.NumberFormat(locale).format(n)

export const compact = (n: number, locale: string) =>
  new Intl.NumberFormat(locale, {
    notation: n >= 100_000 ? 'compact' : 'standard',
    maximumFractionDigits: 1,
  }).format(n)

export const percent = (rate: number, locale: string) =>
  new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: rate > 0 && rate < 0.1 ? 1 : 0,
  }).format(rate)

export function money(amount: number, currency: string | undefined, locale: string): string {
  if (!currency) return count(amount, locale)
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount)
  } catch {
    return `${count(amount, locale)} ${currency}`
  }
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A number of bytes in the largest unit that leaves a whole part. */
export function bytes(n: number, locale: string): string {
  const step = n < 1 ? 0 : Math.min(Math.floor(Math.log10(n) / 3), BYTE_UNITS.length - 1)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: BYTE_UNITS[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(n / 1_000 ** step)
}
