import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { isOfThirdParty, launch } from './browser.mjs'
import { frontOfTheCollector, site } from './places.mjs'
import { settings, until } from './settings.mjs'

/** Longer than the library gathers before it sends. */
const LONGER_THAN_IT_GATHERS_MS = 600
/** Longer than a page must have been silent before another takes up what it left. */
const SILENCE_MS = 60_000

let browser, front, shop, head, context, asked

before(async () => (browser = await launch()))
after(() => browser.close())

beforeEach(async () => {
  front = await frontOfTheCollector()
  head = library()
  shop = await site((path) => `<!doctype html><meta charset="utf-8"><title>Shop</title>${path === '/' ? head : ''}`)
  context = await browser.newContext()
  asked = []
  context.on('request', (each) => asked.push(each))
})
afterEach(async () => {
  const cookies = await context.cookies()
  await context.close()
  front.close()
  shop.close()
  assert.deepEqual(asked.filter(isOfThirdParty).map((each) => each.url()), [], 'who else was asked')
  assert.deepEqual(cookies, [], 'cookies')
})

const library = (attributes = '') =>
  `<script>window.itinera = []</script>
   <script async src="${front.origin}/itinera.js" data-write-key="${settings.writeKeys['itinera.js']}" ${attributes}></script>`
const stored = (page) => page.evaluate(() => Object.keys(localStorage))
const names = (requests) => requests.flatMap(({ events }) => events.map(({ event, type }) => event ?? type))
const ids = (requests) => new Set(requests.flatMap(({ events }) => events.map(({ messageId }) => messageId)))
const taken = () => front.requests.filter(({ status }) => status === 200)
const refused = () => front.requests.filter(({ status }) => status === 503)
const awaitTaken = (events) =>
  until(() => names(taken()).length >= events, () => `of ${events} events were taken: ${names(taken())}`)
const awaitRefused = (times) => until(() => refused().length >= times, () => `refused ${refused().length} times`)

/** A page whose library is there. */
async function opened() {
  const page = await context.newPage()
  await page.goto(shop.origin)
  await page.waitForFunction(() => window.itinera?.version)
  return page
}

const track = (page, event) => page.evaluate((name) => itinera.track(name, { cart_id: 'c-1' }), event)

test('what was said before the library was there is sent in the order in which it was said', async () => {
  head = `<script>window.itinera = []
    itinera.push(['identify', 'u-1', { plan: 'gold' }]); itinera.push(['track', 'Product Added'])</script>
    <script async src="${front.origin}/itinera.js" data-write-key="${settings.writeKeys['itinera.js']}" data-auto="page"></script>`
  await opened()
  await awaitTaken(3)
  assert.deepEqual(names(taken()), ['identify', 'Product Added', 'page'])
  assert.equal(new Set(taken()[0].events.map(({ userId, anonymousId }) => userId + anonymousId)).size, 1)
})

test('what a 503 refused stays in the storage and is sent again when the answer said', async () => {
  front.shut = true
  const page = await opened()
  await track(page, 'Product Added')
  await awaitRefused(1)
  assert.equal((await stored(page)).filter((name) => name.startsWith('itinera.queue.')).length, 1)

  front.shut = false
  await awaitTaken(1)
  assert.deepEqual(ids(taken()), ids(refused()))
  assert.ok(taken()[0].at - refused()[0].at >= 2_000, 'it came before it was asked to')
  await page.waitForFunction(() => !Object.keys(localStorage).some((name) => name.startsWith('itinera.queue.')))
})

test('what one page could not send the next one sends', async () => {
  front.shut = true
  const first = await opened()
  await track(first, 'Product Added')
  await awaitRefused(1)
  await first.close()

  front.shut = false
  const next = await context.newPage()
  await next.clock.install({ time: Date.now() + SILENCE_MS })
  await next.goto(shop.origin)
  await awaitTaken(1)
  assert.deepEqual(names(taken()), ['Product Added'])
  assert.deepEqual(ids(taken()), ids(refused()))
})

test('what JSON cannot say is left out alone, and what was said stays as it was', async () => {
  const page = await opened()
  await page.evaluate(() => {
    const itself = { size: 'M' }
    itinera.track('Product Viewed', itself)
    itself.itself = itself
    itinera.track('Circle', itself)
    itinera.identify('u-1', { number: 1n })
    itinera.track('Someday', {}, { timestamp: 'someday' })
    itinera.identify('u-1', { plan: 'gold' })
    itinera.track('Product Added', {})
  })
  await awaitTaken(3)
  assert.deepEqual(names(taken()), ['Product Viewed', 'identify', 'Product Added'])
  const [viewed, person] = taken().flatMap(({ events }) => events)
  assert.deepEqual([viewed.properties, person.traits], [{ size: 'M' }, { plan: 'gold' }])
})

test('what happens offline is sent once the network is back', async () => {
  const page = await opened()
  await context.setOffline(true)
  await track(page, 'Product Viewed')
  await track(page, 'Product Added')
  await page.waitForTimeout(LONGER_THAN_IT_GATHERS_MS)
  assert.deepEqual(front.requests, [])

  await context.setOffline(false)
  await awaitTaken(2)
  assert.deepEqual(names(taken()), ['Product Viewed', 'Product Added'])
})

test('what a page says as it goes away leaves by a beacon', async () => {
  const page = await opened()
  await page.evaluate((there) => {
    itinera.track('Left', {})
    location.href = there
  }, `${shop.origin}/elsewhere`)
  await awaitTaken(1)
  assert.deepEqual([...new Set(names(taken()))], ['Left'])
  assert.equal(taken()[0].mode, 'no-cors', 'how the browser sent it')
  assert.equal(ids(front.requests).size, 1)
})

test('before consent nothing is stored and nothing sent, afterwards what was said meanwhile is', async () => {
  head = library('data-consent="ask" data-auto="page"')
  const page = await opened()
  await track(page, 'Product Added')
  await page.waitForTimeout(LONGER_THAN_IT_GATHERS_MS)
  assert.deepEqual([front.requests, await stored(page)], [[], []])

  await page.evaluate(() => itinera.consent(true))
  await awaitTaken(2)
  assert.deepEqual(names(taken()), ['page', 'Product Added'])
})

test('who takes consent back is forgotten and not followed', async () => {
  const page = await opened()
  await page.evaluate(() => itinera.identify('u-1', { email: 'ada@shop.example' }))
  await awaitTaken(1)

  await page.evaluate(() => itinera.consent(false))
  await track(page, 'Product Added')
  await page.waitForTimeout(LONGER_THAN_IT_GATHERS_MS)
  assert.deepEqual(await stored(page), ['itinera.consent'])
  assert.equal(await page.evaluate(() => itinera.user().id()), null)
  assert.deepEqual(names(front.requests), ['identify'])
})
