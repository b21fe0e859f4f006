import { picture } from '../browser.mjs'
import { group } from '../people.mjs'
import { goTo, tab } from '../place.mjs'

const watched = group('watched', 3)

/** Events stand there the moment they arrive, what was rejected with its reason. */
export async function watchEventsArrive({ page, shop }) {
  await goTo(page, 'Sources')
  await tab(page, 'Events as they arrive')
  await page.getByRole('status').filter({ hasText: 'Live' }).waitFor()
  await shop.arrive(watched)
  await shop.sendRubbish()
  for (const person of watched) {
    await page
      .getByRole('group')
      .filter({ hasText: person })
      .filter({ hasText: 'Accepted' })
      .first()
      .waitFor()
  }
  const rejected = page.getByRole('group').filter({ hasText: 'Rejected' }).first()
  await rejected.getByText('A track call needs an event name.').first().waitFor()
  await picture(page, 'events')
}
