import { picture } from '../browser.mjs'
import { must, same, until } from '../facts.mjs'
import { group, mailsOf, oneMailEach } from '../people.mjs'
import { ask, card, choose, counted, dialog, goTo } from '../place.mjs'

/** Long enough to publish a second version and to see its mails before the first ones are due. */
const LONG_WAIT_S = 80
const SHORT_WAIT_S = 3
const SENT_LATE_MS = 90_000

export const waiters = group('waiter', 50)
export const buyers = group('buyer', 8)
export const newcomers = group('newcomer', 5)
export const silent = group('silent', 1)

const fit = (page) => page.getByRole('button', { name: 'Show all of it' }).click()
const saved = (page) => page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
const journeyOf = (page) => /\/journeys\/([0-9a-f-]{36})/.exec(page.url())[1]

async function setWait(fields, page, seconds) {
  await fields.getByRole('spinbutton').fill(String(seconds))
  await choose(page, fields.getByRole('combobox', { name: 'Unit' }), 'seconds')
}

/** From the recipe to a published first version. */
export async function drawJourney(world) {
  const { page } = world
  await goTo(page, 'Journeys')
  await picture(page, 'journeys-empty')
  await page.getByRole('link', { name: 'New journey' }).click()
  await page.getByRole('link', { name: /Dropped cart/ }).click()
  await setWait(page.getByRole('group', { name: 'Wait' }), page, LONG_WAIT_S)
  await page.getByRole('button', { name: 'Make “What they left in the cart” and use it' }).click()
  await page.getByRole('button', { name: /and use it/ }).waitFor({ state: 'hidden' })
  await picture(page, 'recipe')
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await card(page, 'wait').waitFor()
  world.journey = journeyOf(page)
  await publish(page, 1, ['From now on every customer who does what the entry says gets in.'])
}

async function publish(page, version, sentences) {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const asking = dialog(page, `Publish version ${version}`)
  for (const sentence of sentences) await asking.getByText(sentence).waitFor()
  await picture(page, `publish-${version}`)
  await asking.getByRole('button', { name: 'Publish' }).click()
  await asking.waitFor({ state: 'hidden' })
  await page.getByText(`Version ${version} is published`).waitFor()
}

/** They come while the page is open, which counts them without being loaded again. */
export async function fiftyStandInIt({ page, shop }) {
  const everybody = [...waiters, ...buyers]
  await shop.arrive(everybody)
  await shop.view(everybody)
  await shop.dropCarts(everybody)
  await counted(page, 'wait', 58, 'here')
  await shop.buy(buyers)
  await counted(page, 'wait', 50, 'here')
  await counted(page, 'wait', 8, 'left')
  await counted(page, 'trigger', 58, 'entered')
  await page.getByText('Live', { exact: true }).first().waitFor()
  await picture(page, 'canvas-fifty', { arrange: fit })
}

/** Opens a node, moves it, changes its settings; publishing says what changes for whom. */
export async function publishSecondVersion({ page, api, journey }) {
  await page.setViewportSize({ width: 1440, height: 900 })
  await fit(page)
  await moveWait(page, api, journey)
  await card(page, 'wait').click()
  const settings = page.getByRole('complementary', { name: 'Settings: Wait' })
  await settings.getByRole('textbox', { name: 'Name' }).fill('Let them think')
  await setWait(settings.getByRole('group', { name: 'How long' }), page, SHORT_WAIT_S)
  await until('the draft holds what was typed', async () => {
    const { draft } = await ask(page, `${api}/journeys/${journey}`)
    return draft.nodes.wait.duration === `PT${SHORT_WAIT_S}S` && draft.nodes.wait.name === 'Let them think'
  })
  await saved(page)
  await picture(page, 'canvas-settings')
  await publish(page, 2, [
    '50 customers are inside now. They finish on the version that they began with.',
    'Newcomers take version 2 from now on.',
    'Changed: Let them think',
  ])
}

async function moveWait(page, api, journey) {
  const before = (await ask(page, `${api}/journeys/${journey}`)).draft.layout.wait
  const { x, y, width } = await card(page, 'wait').boundingBox()
  await page.mouse.move(x + width / 2, y + 12)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 + 90, y + 20, { steps: 8 })
  await page.mouse.move(x + width / 2 + 160, y + 28, { steps: 8 })
  await page.mouse.up()
  await until('the node stands where it was put', async () => {
    const { wait } = (await ask(page, `${api}/journeys/${journey}`)).draft.layout
    return wait.x > before.x && wait.y > before.y
  })
}

/** Newcomers have their mail while the fifty still stand in the first version. */
export async function newcomersTakeTheSecond({ page, shop, api, journey }) {
  await shop.arrive(newcomers)
  await shop.arrive(silent, { consent: false })
  const everybody = [...newcomers, ...silent]
  await shop.view(everybody)
  await shop.dropCarts(everybody)
  await oneMailEach(newcomers)
  must(
    (await mailsOf(waiters)).every((count) => count === 0),
    'Somebody of the fifty has a mail too early',
  )
  await counted(page, 'wait', 50, 'here')
  await counted(page, 'wait', 6, 'passed')
  await page.getByRole('button', { name: 'Versions' }).click()
  const first = page.getByRole('complementary', { name: 'Versions' }).getByRole('link', { name: /Version 1/ })
  await first.filter({ hasText: '50 inside' }).waitFor()
  await picture(page, 'canvas-versions')
  await sameVersion(page, api, journey, newcomers, 2)
}

/** Each of the fifty gets the mail of the version that they began with, once. */
export async function fiftyFinishOnTheFirst({ page, api, journey }) {
  await oneMailEach(waiters, SENT_LATE_MS)
  await goTo(page, 'Journeys')
  await page
    .getByRole('row', { name: /Dropped cart/ })
    .filter({ hasText: 'Live' })
    .waitFor()
  await picture(page, 'journeys')
  await page.getByRole('row', { name: /Dropped cart/ }).click()
  await counted(page, 'wait', 0, 'here')
  await counted(page, 'wait', 56, 'passed')
  await counted(page, 'remind', 56, 'passed')
  await sameVersion(page, api, journey, waiters, 1)
  same(
    await mailsOf(buyers),
    buyers.map(() => 0),
    'mails to those who bought',
  )
  same(await mailsOf(silent), [0], 'mails to whom never agreed to any')
  same(await mailsOf([...waiters, ...newcomers]), Array(55).fill(1), 'mails to everybody else')
  await picture(page, 'canvas-finished', { arrange: fit })
}

/** The log tells of each of them one sent message, by this version. */
async function sameVersion(page, api, journey, people, version) {
  const found = await until(
    `${people.length} messages of version ${version} are logged as sent`,
    async () => {
      const { items } = await ask(page, `${api}/deliveries?journey=${journey}&state=sent&limit=200`)
      const own = items.filter(({ to }) => people.some((person) => to.startsWith(`${person}@`)))
      return own.length >= people.length && own
    },
  )
  same(
    found.map((each) => each.version),
    people.map(() => version),
    'versions that the messages came from',
  )
}
