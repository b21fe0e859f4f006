import { picture } from '../browser.mjs'
import { must, until } from '../facts.mjs'
import { settings } from '../settings.mjs'
import { ask, dialog, goTo, tab } from '../place.mjs'

const EVENT = 'Receipt Printed'
const ROWS = ['customer;printed at;total', 'till-1;01.03.2026 09:30;18,50', 'till-2;01.03.2026 09:45;7,00']

/** A till whose events are held to a plan that does not know them yet: planned, they are taken after all. */
export async function holdATillToThePlan(world) {
  const { page } = world
  const till = await addTheTill(page)
  await till.isRefused()
  const shelf = await planWhatWasSeen(world)
  await till.isTaken()
  await judgeAnew(page, shelf)
  await importItsPast(page)
}

/** A source of its own, so that nothing else of the walk is held to the plan. */
async function addTheTill(page) {
  await goTo(page, 'Sources')
  await page.getByRole('button', { name: 'New source' }).first().click()
  await dialog(page, 'New source').getByLabel('Name').fill('Lantern till')
  await page.getByRole('button', { name: 'Make the source' }).click()
  const shown = dialog(page, 'The write key of Lantern till')
  const key = (await shown.locator('pre').first().innerText()).trim()
  await shown.getByRole('button', { name: 'I have kept it' }).click()
  await page.getByRole('heading', { name: 'Lantern till', level: 1 }).waitFor()
  await page.locator('pre').filter({ hasText: key }).waitFor()
  await picture(page, 'source', { looks: ['light'] })
  await page.getByRole('main').getByRole('link', { name: 'Rules' }).click()
  await page.getByLabel('Put them in quarantine').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The rules are saved').waitFor()
  return printer(key)
}

function printer(key) {
  let printed = 0
  async function print() {
    const answer = await fetch(`${settings.collector}/v1/track`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
      body: JSON.stringify({
        event: EVENT,
        userId: 'till-1',
        messageId: `receipt-${++printed}`,
        properties: { total: 18.5, lines: 2 },
      }),
    })
    return answer.status === 200 ? ((await answer.json()).rejected?.[0]?.reason ?? 'taken') : 'not now'
  }
  return {
    isRefused: () => until('the till is held to the plan', async () => (await print()) === 'plan_violation'),
    isTaken: () => until('the plan reaches the collector', async () => (await print()) === 'taken'),
  }
}

/** From the event that was rejected to quarantine, whose address is kept, and from there to the plan. */
async function planWhatWasSeen({ page, api }) {
  await goTo(page, 'Sources')
  await tab(page, 'Events as they arrive')
  await page.getByRole('button', { name: 'Rejected' }).click()
  const rejected = page.getByRole('group').filter({ hasText: EVENT }).first()
  await rejected.getByText('It is not what the tracking plan says.').first().click()
  await rejected.getByRole('link', { name: 'Find it in quarantine' }).click()
  const kept = page.getByRole('group').filter({ hasText: EVENT }).first()
  await kept.getByText('It is not what the tracking plan says.').first().click()
  await picture(page, 'quarantine', { looks: ['light'] })
  const shelf = page.url()
  const seen = `${api}/plan/events/${encodeURIComponent(EVENT)}`
  await until('what came in is counted', async () => (await page.request.get(seen)).ok())
  await kept.getByRole('link', { name: 'What the plan says' }).click()
  await page.getByRole('button', { name: 'Add to plan from what was seen' }).click()
  await page.getByRole('group', { name: 'total', exact: true }).getByLabel('Always there').check()
  await picture(page, 'plan-event', { looks: ['light'] })
  await page.getByRole('button', { name: 'Add to plan', exact: true }).click()
  await page.getByText('In the plan', { exact: true }).waitFor()
  const { schema } = await ask(page, seen)
  must(schema.properties.total.type === 'number', 'The plan does not say what was seen')
  return shelf
}

async function judgeAnew(page, shelf) {
  await page.goto(shelf)
  await page.getByRole('button', { name: 'Judge these anew' }).click()
  await dialog(page, 'Judge these events anew?').getByRole('button', { name: 'Judge anew' }).click()
  const outcome = page.getByRole('region', { name: 'Judged anew' })
  await outcome.getByText('Done', { exact: true }).waitFor()
  await outcome.getByText(/^0\s*refused again$/).waitFor()
  await page.getByText('Taken since').first().waitFor()
}

async function importItsPast(page) {
  await tab(page, 'Imports')
  await page.getByRole('link', { name: 'New import' }).first().click()
  await page.getByLabel('As events of').fill('Lantern till')
  await page.getByRole('option', { name: 'Lantern till' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'receipts.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS.join('\n')) })
  await page.getByLabel('What each row’s event is called').fill(EVENT)
  await page.getByRole('button', { name: 'Try it on the beginning' }).click()
  await page.getByText('2 rows were tried').waitFor()
  await page.getByText('Nothing is wrong with them.').waitFor()
  await picture(page, 'import', { looks: ['light'] })
  await page.getByRole('button', { name: 'Start the import' }).click()
  await page.getByRole('heading', { name: 'receipts.csv', level: 1 }).waitFor()
  await page.getByText('Finished', { exact: true }).waitFor()
  await page.getByText(/^2\s*taken$/).waitFor()
}
