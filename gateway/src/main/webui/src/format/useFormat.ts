import { useI18n } from 'vue-i18n'
import { useClock } from '@/live/clock'
import { durationText, spanText } from './duration'
import { bytes, compact, count, money, percent } from './number'
import { ago, clock, day, exact, moment } from './time'

/** The formatting functions, in the page's language. */
export function useFormat() {
  const { locale } = useI18n()
  const now = useClock()
  return {
    count: (n: number) => count(n, locale.value),
    compact: (n: number) => compact(n, locale.value),
    percent: (rate: number) => percent(rate, locale.value),
    bytes: (n: number) => bytes(n, locale.value),
    money: (amount: number, currency?: string) => money(amount, currency, locale.value),
    duration: (iso: string) => durationText(iso, locale.value),
    span: (ms: number) => spanText(ms, locale.value),
    ago: (at: string) => ago(at, now.value, locale.value),
    clock: (at: string) => clock(at, locale.value),
    day: (at: string) => day(at, locale.value),
    moment: (at: string, zone?: string) => moment(at, locale.value, zone),
    exact: (at: string) => exact(at, locale.value),
  }
}
