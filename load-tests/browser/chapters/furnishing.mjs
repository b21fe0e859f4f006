import { picture } from '../browser.mjs'
import { must } from '../facts.mjs'
import { shop } from '../people.mjs'
import { settings } from '../settings.mjs'
import { dialog, goTo, tab } from '../place.mjs'

const ITEMS = [
  {
    id: 'rain-coat',
    name: 'Rain coat',
    url: 'https://shop.example/rain-coat',
    image_url: `${settings.gateway}/favicon.svg`,
    price: 18_800,
    currency: 'JPY',
  },
]

/** A workspace of its own: what happens in the others on this Itinera is not its business. */
export async function makeWorkspace(world) {
  const { page } = world
  await page.getByRole('button', { name: /^Workspace / }).click()
  await page.getByText('New workspace', { exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Lantern & Sons')
  await page.getByLabel('Sender').fill('Lantern <hello@lantern.example>')
  await picture(page, 'new-workspace')
  await page.getByRole('button', { name: 'Make the workspace' }).click()
  await page.getByText('What is going on in Lantern & Sons right now.').waitFor()
  world.workspace = /\/w\/([^/]+)/.exec(page.url())[1]
  world.api = `${new URL(page.url()).origin}/api/workspaces/${world.workspace}`
  await picture(page, 'home-empty')
}

/** The write key is shown once; what is sent with it counts. */
export async function makeSource(world) {
  const { page } = world
  await goTo(page, 'Sources')
  await page.getByRole('button', { name: 'New source' }).first().click()
  await dialog(page, 'New source').getByLabel('Name').fill('Lantern shop')
  await page.getByRole('button', { name: 'Make the source' }).click()
  const shown = dialog(page, 'The write key of Lantern shop')
  await picture(page, 'write-key')
  const key = (await shown.locator('pre').first().innerText()).trim()
  must(/^[\w-]{20,}$/.test(key), 'The write key does not look like one')
  world.shop = shop(key)
  await shown.getByRole('button', { name: 'I have kept it' }).click()
  await shown.waitFor({ state: 'hidden' })
}

export async function fillCatalogue({ page }) {
  await goTo(page, 'Messages')
  await tab(page, 'Catalogue')
  await page.getByRole('button', { name: 'Import' }).first().click()
  await page.getByLabel('Or paste it here').fill(JSON.stringify(ITEMS))
  await page.getByRole('button', { name: 'Import one item' }).click()
  await page.getByRole('table').getByText('Rain coat').waitFor()
  await picture(page, 'catalogue')
}
