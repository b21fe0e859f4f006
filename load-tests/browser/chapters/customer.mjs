import { picture } from '../browser.mjs'
import { addressOf } from '../people.mjs'
import { goTo, tab } from '../place.mjs'
import { buyers, silent, waiters } from './journey.mjs'

async function open(page, person) {
  await goTo(page, 'Customers')
  await page.getByRole('searchbox').fill(addressOf(person))
  await page.getByText(`Found for “${addressOf(person)}”`).waitFor()
  await page.getByRole('row', { name: new RegExp(`Walker ${person}`) }).click()
  await page.getByRole('heading', { name: `Walker ${person}` }).waitFor()
}

/** What they did, what was done, and why: for one who got a mail, one who bought, one who never agreed. */
export async function readTimelineAndWhy({ page }) {
  await open(page, waiters[0])
  for (const happened of ['Product Viewed', 'Product Added', 'Message sent']) {
    await page.getByText(happened, { exact: true }).first().waitFor()
  }
  await picture(page, 'customer-timeline')
  await why(page, ['They did what starts it.', 'The wait was over.', 'The message was sent.'])
  await picture(page, 'customer-why')

  await open(page, buyers[0])
  await page.getByText('Order Completed', { exact: true }).first().waitFor()
  await why(page, ['Taken out by the rule “ordered”.'])

  await open(page, silent[0])
  await why(page, ['They never said yes to this channel.'])
  await tab(page, 'Messages')
  await page.getByRole('row').filter({ hasText: 'Not sent' }).waitFor()
}

async function why(page, sentences) {
  await tab(page, 'Journeys')
  await page.getByRole('heading', { name: 'How it went, and why' }).waitFor()
  for (const sentence of sentences) await page.getByText(sentence).first().waitFor()
}
