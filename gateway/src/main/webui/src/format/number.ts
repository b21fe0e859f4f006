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
