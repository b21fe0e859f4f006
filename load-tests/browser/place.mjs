/** What a person does everywhere: goes to a place, chooses from a list, answers a question. */
export async function goTo(page, place) {
  const places = page.getByRole('navigation', { name: 'Navigation', exact: true })
  await places.getByRole('link', { name: place, exact: true }).click()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** One of the tabs of a place. */
export const tab = (page, name) =>
  page.getByRole('main').getByRole('navigation').getByRole('link', { name, exact: true }).click()

/** A choice in a field that opens a list, which the keyboard opens too. */
export async function choose(page, field, option) {
  await field.press('ArrowDown')
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** The dialog that is open, by its title. */
export const dialog = (page, title) =>
  page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: title }) })

export const card = (page, node) => page.locator(`[data-node="${node}"]`)

/** Waits until a card shows this many in this word: 50 here, 6 passed, 8 left. */
export const counted = (page, node, number, word) =>
  card(page, node)
    .filter({ hasText: new RegExp(`(^|\\D)${number}\\s+${word}`) })
    .waitFor({ timeout: 60_000 })

/** Asks the gateway what the page asks it, as the same person. */
export async function ask(page, path) {
  const answer = await page.request.get(path)
  if (!answer.ok()) throw new Error(`${path} was answered with ${answer.status()}`)
  return answer.json()
}
