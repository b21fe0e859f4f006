import { watchEffect, type Ref } from 'vue'
import { useLocale } from 'vuetify'
import { en, ja, zhHant } from 'vuetify/locale'

/** Vuetify's own words ("no data", "clear") follow the page's language. */
export function vuetifyLocale(language: Ref<string>): void {
  const own = useLocale()
  const messages: Record<string, unknown> = own.messages.value
  Object.assign(messages, { en, ja, 'zh-TW': zhHant })
  watchEffect(() => (own.current.value = language.value))
}
