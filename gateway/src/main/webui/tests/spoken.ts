import { createApp } from 'vue'
import { createI18n } from 'vue-i18n'
import en from '@/i18n/en'

/** What a composable says where the page speaks English. */
export function spoken<T>(composable: () => T): T {
  let said: T | undefined
  const app = createApp({ setup: () => ((said = composable()), () => null) })
  app.use(createI18n({ legacy: false, locale: 'en', messages: { en } as never }))
  app.mount(document.createElement('div'))
  return said!
}
