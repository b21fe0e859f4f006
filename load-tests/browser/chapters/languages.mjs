import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { picture } from '../browser.mjs'
import { must } from '../facts.mjs'
import { settings } from '../settings.mjs'

const LANGUAGES = { ja: '日本語', 'zh-TW': '繁體中文' }
const PAGES = [
  '',
  '/journeys',
  '/journeys/new',
  '/segments',
  '/segments/new',
  '/segments/traits',
  '/segments/traits/new',
  '/customers',
  '/messages',
  '/messages/templates',
  '/messages/catalogue',
  '/insights/funnel',
  '/insights/paths',
  '/sources',
  '/sources/events',
  '/sources/plan',
  '/sources/quarantine',
  '/sources/imports/new',
  '/settings',
]

/** Every text of a language by its key, such as messages.views.html. */
async function catalogue(language) {
  const directory = join(settings.catalogues, language)
  const files = (await readdir(directory)).filter((name) => name.endsWith('.json'))
  const texts = await Promise.all(
    files.map(async (name) => JSON.parse(await readFile(join(directory, name), 'utf8'))),
  )
  return new Map(texts.flatMap((file) => flat(file)))
}

const flat = (tree, path = '') =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value]] : flat(value, `${path}${name}.`),
  )

/** Everything that can be seen or heard of the page. */
const said = (page) =>
  page.evaluate(() =>
    [
      ...document.body.innerText.split('\n'),
      ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
        ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
      ),
    ]
      .map((text) => text.trim())
      .filter(Boolean),
  )

export async function speakEveryLanguage({ page, workspace, journey }) {
  const english = await catalogue('en')
  for (const [language, own] of Object.entries(LANGUAGES)) {
    await speak(page, own)
    await page.waitForFunction((spoken) => document.documentElement.lang === spoken, language)
    const wrong = wrongWords(english, await catalogue(language))
    for (const path of [...PAGES, `/journeys/${journey}?node=wait`, `/journeys/${journey}?panel=rules`]) {
      await page.goto(`${settings.gateway}/w/${workspace}${path}`)
      await page.getByRole('main').locator('h1, h2, [data-node]').first().waitFor()
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .v-skeleton-loader'))
      const found = (await said(page)).filter(wrong)
      must(found.length === 0, `Not in ${own} at ${path}: ${found.join(' | ')}`)
      const name = path.replace(/^\//, '').replace(journey, 'canvas').replace(/\W+/g, '-') || 'home'
      await picture(page, `${name}-${language}`, { looks: ['light'] })
    }
  }
  await speak(page, 'English')
  await page.waitForFunction(() => document.documentElement.lang === 'en')
}

async function speak(page, own) {
  await page.getByRole('button', { name: /Demo Owner/ }).click()
  await page.getByText(own, { exact: true }).click()
  await page.keyboard.press('Escape')
}

/** A key instead of its text, or an English text where the language has another. */
function wrongWords(english, own) {
  const foreign = new Set([...english].filter(([key, text]) => own.get(key) !== text).map(([, text]) => text))
  return (text) => foreign.has(text) || text.split(/[\s“”「」]+/).some((word) => english.has(word))
}
