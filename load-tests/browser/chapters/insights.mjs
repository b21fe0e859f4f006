import { picture } from '../browser.mjs'
import { must, until } from '../facts.mjs'
import { goTo, tab } from '../place.mjs'
import { buyers, newcomers, silent, waiters } from './journey.mjs'

const dropped = [...waiters, ...buyers, ...newcomers, ...silent].length

/** Who looked, who put it into the cart, who bought; and the people behind a number. */
export async function readFunnel({ page }) {
  await goTo(page, 'Insights')
  const bar = (event, people) =>
    page.getByRole('button', { name: new RegExp(`^${event}\\.\\s+${people} customers`) })
  await bar('Product Viewed', dropped).waitFor()
  await bar('Product Added', dropped).waitFor()
  await bar('Order Completed', buyers.length).waitFor()
  await picture(page, 'funnel')
  await page.getByRole('button', { name: `${dropped - buyers.length} went no further` }).click()
  const behind = page.getByRole('dialog', { name: 'Went no further before “Order Completed”' })
  await behind.getByText(`${dropped - buyers.length} customers`).waitFor()
  await until(
    'the people behind the number are listed',
    async () => (await behind.getByRole('link').count()) > 1,
  )
  await picture(page, 'funnel-people')
  await behind.getByRole('button', { name: 'Close' }).click()
}

/** What comes into a box goes on or ends there: on the page, and in the answer that it draws. */
export async function readPaths({ page }) {
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/insights/paths') && answer.ok())
  await tab(page, 'Paths')
  const { nodes, links } = await (await answered).json()
  const first = Math.min(...nodes.map(({ step }) => step))
  const sum = (found) => found.reduce((total, { people }) => total + people, 0)
  for (const { id, step, people, ended } of nodes) {
    must(
      people === ended + sum(links.filter(({ source }) => source === id)),
      `More came to ${id} than went on or ended`,
    )
    must(
      step === first || people === sum(links.filter(({ target }) => target === id)),
      `Nobody knows who came to ${id}`,
    )
  }
  const chart = page.getByRole('group', { name: 'Paths' })
  await chart
    .getByRole('button', { name: /^Product Added\s/ })
    .first()
    .waitFor()
  must((await chart.getByRole('button').count()) === nodes.length, 'Not every box is drawn')
  await picture(page, 'paths')
}
