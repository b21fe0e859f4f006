import { readFile } from 'node:fs/promises'
import { isOfThirdParty, launch } from './browser.mjs'
import { frontOfTheCollector, site } from './places.mjs'
import { settings, told, until } from './settings.mjs'

const PLAIN_CALLS = `(client, told) => {
  client.identify(told.user, told.traits)
  client.track(told.event, told.properties)
  client.page(told.category, told.page)
  client.group(told.group, told.company)
  client.alias(told.user, told.former)
}`

/** How many events each page has sent once it is done. */
const EVENTS = { 'analytics-next': 5, 'rudder-analytics-js': 5, 'jitsu-js-browser': 4, 'itinera.js': 5 }

/** The SDKs for browsers, each on a page of another origin than the collector's, so browsers ask it first. */
export const pages = {
  'analytics-next': (writeKey) =>
    open('analytics-next', {
      head: script('/@segment/analytics-next/dist/umd/index.js'),
      body: `const client = AnalyticsNext.AnalyticsBrowser.load({ writeKey: ${text(writeKey)}, cdnURL: ${text(settings.collector)} })
        ;(${PLAIN_CALLS})(client, told)`,
    }),

  'rudder-analytics-js': (writeKey) =>
    open('rudder-analytics-js', {
      head: script('/@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js'),
      body: `const client = new rudderanalytics.RudderAnalytics()
        client.load(${text(writeKey)}, ${text(settings.collector)}, { configUrl: ${text(settings.collector)} })
        ;(${PLAIN_CALLS})(client, told)`,
    }),

  /** Jitsu's page script sends to where it came from, so that place has both the script and the collector. */
  async 'jitsu-js-browser'(writeKey) {
    const library = await readFile(new URL('node_modules/@jitsu/js/dist/web/p.js.txt', import.meta.url))
    const front = await frontOfTheCollector({ '/p.js': library })
    try {
      await open('jitsu-js-browser', {
        head: `<script>window.jitsuConfig = { writeKey: ${text('itinera:' + writeKey)} }</script>
          <script src="${front.origin}/p.js" data-init-only="true"></script>`,
        body: `(async () => {
          await jitsu.identify(told.user, told.traits)
          await jitsu.track(told.event, told.properties)
          await jitsu.page({ name: told.page })
          await jitsu.group(told.group, told.company)
        })()`,
      })
    } finally {
      front.close()
    }
  },

  'itinera.js': (writeKey) =>
    open('itinera.js', {
      head: `<script>
        window.itinera = []
        itinera.push(['identify', 'u-1', ${JSON.stringify(told.traits)}])
        </script>
        <script src="${settings.collector}/itinera.js" data-write-key=${text(writeKey)}></script>`,
      body: `itinera.track(told.event, told.properties)
        itinera.page(told.category, told.page)
        itinera.group(told.group, told.company)
        itinera.alias(told.user, told.former)`,
    }),
}

const text = (value) => JSON.stringify(value)
const script = (path) => `<script src="${path}"></script>`

/** Opens a page with an SDK and waits until the collector has answered for as many events as it was told. */
async function open(name, { head, body }) {
  const shop = await site((path) =>
    path === '/'
      ? `<!doctype html><meta charset="utf-8"><title>Shop</title>${head}<script>const told = ${JSON.stringify(told)};${body}</script>`
      : readFile(new URL(`node_modules${path}`, import.meta.url)),
  )
  const browser = await launch()
  try {
    const page = await browser.newPage()
    const complaints = []
    let sent = 0
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (asked) => isOfThirdParty(asked) && complaints.push(`asked ${asked.url()}`))
    page.on('response', (response) => (sent += response.ok() ? eventsIn(response.request()) : 0))
    await page.goto(`${shop.origin}/?utm_source=letter&utm_campaign=spring`)
    await until(() => sent >= EVENTS[name], () => `${name}: ${sent} events were taken\n${complaints.join('\n')}`)
    if (complaints.length) throw new Error(`${name}: ${complaints.join('\n')}`)
  } finally {
    await browser.close()
    shop.close()
  }
}

function eventsIn(asked) {
  const body = asked.method() === 'POST' ? asked.postData() : null
  if (!body || asked.url().endsWith('/v1/m')) return 0
  return JSON.parse(body).batch?.length ?? 1
}
