import { createI18n } from 'vue-i18n'

/** Languages of the page, each named in itself. */
export const languages = { en: 'English', ja: '日本語', 'zh-TW': '繁體中文' } as const
export type Language = keyof typeof languages

type Catalogue = Record<string, unknown>

const catalogues: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('./en'),
  ja: () => import('./ja'),
  'zh-TW': () => import('./zh-TW'),
}

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  missingWarn: false,
  fallbackWarn: false,
})

export const language = (): Language => i18n.global.locale.value as Language

/** The stored choice, else the first of the browser's languages that we speak. */
export function preferred(stored: string | null, wanted: readonly string[]): Language {
  if (stored && stored in languages) return stored as Language
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-TW'
    const found = (Object.keys(languages) as Language[]).find((known) => tag.toLowerCase().startsWith(known))
    if (found) return found
  }
  return 'en'
}

export async function speak(chosen: Language): Promise<void> {
  const { default: catalogue } = await catalogues[chosen]()
  i18n.global.setLocaleMessage(chosen, catalogue as never)
  i18n.global.locale.value = chosen as never
  document.documentElement.lang = chosen
}

export async function choose(chosen: Language): Promise<void> {
  localStorage.setItem('itinera.language', chosen)
  await speak(chosen)
}
