import { picture } from '../browser.mjs'
import { until } from '../facts.mjs'
import { addressOf } from '../people.mjs'
import { choose, goTo, tab } from '../place.mjs'
import { silent, waiters } from './journey.mjs'

/** The template, rendered for somebody who really dropped a cart. */
export async function previewAsCustomer({ page }) {
  const person = waiters[6]
  await goTo(page, 'Messages')
  await tab(page, 'Templates')
  await page.getByRole('row', { name: /What they left in the cart/ }).click()
  const as = page.getByRole('combobox', { name: 'As this customer' })
  await as.press('ControlOrMeta+a')
  await as.pressSequentially(addressOf(person))
  await page.getByRole('option', { name: `Walker ${person}` }).click()
  await page.getByTitle(`Mail: ${person}, you left something in your cart`).waitFor()
  const mail = page.frameLocator('iframe')
  await mail.getByText('Rain coat').waitFor()
  await mail.getByText('18,800').waitFor()
  await picture(page, 'template')
}

/** What was sent to whom, and what was not, and why. */
export async function readTheLog({ page }) {
  await goTo(page, 'Messages')
  await page.getByRole('row').filter({ hasText: 'waiter-' }).first().waitFor()
  await picture(page, 'messages')
  await choose(page, page.getByRole('combobox', { name: 'What became of it' }), 'Not sent')
  const stopped = page.getByRole('row').filter({ hasText: addressOf(silent[0]) })
  await stopped.getByText('They never said yes to this channel.').waitFor()
  await until('only what was not sent is listed', async () => (await page.getByRole('row').count()) === 2)
  await stopped.click()
  await page.getByRole('heading', { name: 'Why, gate by gate' }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Said yes' }).getByLabel('stopped').waitFor()
  await picture(page, 'message-stopped')
  await page.getByRole('navigation').getByRole('link', { name: 'Messages', exact: true }).click()
  await choose(page, page.getByRole('combobox', { name: 'What became of it' }), 'Sent')
  await page.getByRole('row').filter({ hasText: 'waiter-' }).first().click()
  await page.getByText('Version 1').waitFor()
  await page.frameLocator('iframe').getByText('Rain coat').waitFor()
  await picture(page, 'message-sent')
}
