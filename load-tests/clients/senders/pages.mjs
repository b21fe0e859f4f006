import { readFile } from 'node:fs/promises'
import { launch } from '../browser.mjs'
import { site } from '../places.mjs'

/** One visitor does not do more, and these SDKs keep a hundred events at most while nobody takes them. */
const MOST_PER_SECOND = 5
/** How long an SDK may need to send again what was not taken, its longest pause included. */
const PATIENCE_MS = 170_000

/**
 * An SDK on a page in a real browser. It makes its own message ids, so each event is written into the ledger when its
 * first request is about to leave the browser, which waits for that; whether it was taken, the answers tell.
 */
export async function inBrowser({ host, writeKey, ledger }, { library, start }) {
  const isOurs = library.startsWith(host)
  const src = isOurs ? library : `/${library}`
  const shop = await site((path) =>
    path === '/'
      ? `<!doctype html><meta charset="utf-8"><title>Shop</title><script src="${src}" data-write-key="${writeKey}"></script>`
      : readFile(new URL(`../node_modules${path}`, import.meta.url)),
  )
  const browser = await launch()
  const page = await browser.newPage()
  const waiting = new Map()
  const written = new Map()

  await page.route(`${host}/v1/**`, async (route) => {
    const fresh = events(route.request()).filter(({ messageId }) => !written.has(messageId))
    for (const { messageId, properties } of fresh) written.set(messageId, waiting.get(properties.z))
    if (fresh.length) ledger.sending(fresh.map((event) => leaving(event, waiting.get(event.properties.z).message)))
    await route.continue()
  })
  page.on('response', (answer) => {
    if (!answer.ok()) return
    for (const { messageId } of events(answer.request())) written.get(messageId)?.told(messageId)
  })
  await page.goto(shop.origin)
  await page.evaluate(start, { host, writeKey })

  return {
    makesItsOwnIds: true,
    mostPerSecond: MOST_PER_SECOND,
    track(message, told) {
      const entry = { message, told: (messageId) => waiting.delete(message.properties.z) && told(null, messageId) }
      waiting.set(message.properties.z, entry)
      page.evaluate((each) => say(each), message)
    },
    async close() {
      const end = Date.now() + PATIENCE_MS
      while (waiting.size && Date.now() < end) await page.waitForTimeout(100)
      await browser.close()
      shop.close()
    },
  }
}

/** As the ledger has it: the SDK's id and device, and what it was told to say. */
function leaving({ messageId, anonymousId }, { event, properties }) {
  return { messageId, customer: `anonymous|${anonymousId}`, event, properties }
}

function events(asked) {
  if (asked.method() !== 'POST' || asked.url().endsWith('/v1/m')) return []
  const body = JSON.parse(asked.postData())
  return (body.batch ?? [body]).filter(({ type }) => type === 'track')
}
