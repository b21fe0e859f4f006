import { watchEffect, type Ref } from 'vue'
import { useLocale } from 'vuetify'

type Words = Promise<{ default: unknown }>

/** Vuetify brings English itself. */
const catalogues: Record<string, () => Words> = {
  ja: () => import('vuetify/lib/locale/ja.js') as Words,
  'zh-TW': () => import('vuetify/lib/locale/zh-Hant.js') as Words,
}

/** Vuetify's own words ("no data", "clear") follow the page's language. */
export function vuetifyLocale(language: Ref<string>): void {
  const own = useLocale()
  const messages: Record<string, unknown> = own.messages.value
  watchEffect(async () => {
    const wanted = language.value
    if (wanted in catalogues) messages[wanted] ??= (await catalogues[wanted]!()).default
    if (language.value === wanted) own.current.value = wanted
  })
}
