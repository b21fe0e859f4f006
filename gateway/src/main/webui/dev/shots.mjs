// Takes pictures of every page: node dev/shots.mjs [name filter]. Needs the mock and vite running, and CHROMIUM.
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { accounts, customers, deliveries, journeyIds, segments, sources, templates, me } from './world.mjs'
import { attributes } from './attributes.mjs'
import { imports } from './imports.mjs'

const base = process.env.WEBUI_URL ?? 'http://127.0.0.1:5173'
const only = process.argv[2] ?? ''
const looks = (process.env.LOOKS ?? 'light,dark').split(',')
const widths = (process.env.WIDTHS ?? '1440,390').split(',').map(Number)
const locale = process.env.LOCALE_UNDER_TEST ?? 'en'
const w = `/w/${me.workspaces[0].id}`
const pages = [
  ['signed-out', '/', 'out'],
  ['new-workspace', '/', 'new'],
  ['home', w],
  ['home-empty', w, 'empty'],
  ['journeys', `${w}/journeys`],
  ['journeys-empty', `${w}/journeys`, 'empty'],
  ['journeys-broken', `${w}/journeys`, 'broken'],
  ['journeys-slow', `${w}/journeys`, 'slow'],
  ['journey-new', `${w}/journeys/new`],
  ['journey-recipe', `${w}/journeys/new/cart-drop`],
  ['canvas', `${w}/journeys/${journeyIds.cart}`],
  ['canvas-node', `${w}/journeys/${journeyIds.cart}?node=branch-1`],
  ['canvas-message', `${w}/journeys/${journeyIds.cart}?node=message-1`],
  ['canvas-entry', `${w}/journeys/${journeyIds.cart}?node=trigger`],
  ['canvas-rules', `${w}/journeys/${journeyIds.cart}?panel=rules`],
  ['canvas-versions', `${w}/journeys/${journeyIds.cart}?panel=versions&version=1`],
  ['canvas-flaws', `${w}/journeys/${journeyIds.win}?panel=flaws`],
  ['segments', `${w}/segments`],
  ['segment', `${w}/segments/${[...segments.keys()][1]}`],
  ['segment-everything', `${w}/segments/${[...segments.keys()][2]}`],
  ['segment-why', `${w}/segments/${[...segments.keys()][0]}?customer=${customers[1].id}`],
  ['segment-new', `${w}/segments/new`],
  ['traits', `${w}/segments/traits`],
  ['traits-empty', `${w}/segments/traits`, 'empty'],
  ['trait-stages', `${w}/segments/traits/${[...attributes.keys()][1]}`],
  ['trait-score', `${w}/segments/traits/${[...attributes.keys()][2]}`],
  ['trait-new', `${w}/segments/traits/new?from=service_reminder`],
  ['customers', `${w}/customers`],
  ['erasures', `${w}/customers/erasures`],
  ['erasure-receipt', `${w}/customers/erasures/${customers[1].id}`],
  ['account', `${w}/customers/accounts/${accounts[1].id}`],
  ['customer', `${w}/customers/${customers[1].id}`],
  ['customer-journeys', `${w}/customers/${customers[1].id}?tab=journeys`],
  ['customer-messages', `${w}/customers/${customers[1].id}?tab=messages`],
  ['customer-identity', `${w}/customers/${customers[1].id}?tab=identity`],
  ['messages', `${w}/messages`],
  ['delivery', `${w}/messages/sent/${deliveries[0].key}`],
  ['delivery-stopped', `${w}/messages/sent/${deliveries[3].key}`],
  ['templates', `${w}/messages/templates`],
  ['template', `${w}/messages/templates/${[...templates.keys()][0]}`],
  ['catalogue', `${w}/messages/catalogue`],
  ['funnel', `${w}/insights/funnel`],
  ['paths', `${w}/insights/paths`],
  ['sources', `${w}/sources`],
  ['sources-empty', `${w}/sources`, 'empty'],
  ['source', `${w}/sources/${sources[0].id}`],
  ['source-rules', `${w}/sources/${sources[0].id}?tab=rules`],
  ['source-webhook', `${w}/sources/${sources[3].id}?tab=webhook`],
  ['source-nowebhook', `${w}/sources/${sources[0].id}?tab=webhook`],
  ['source-none', `${w}/sources/0198f000-0000-7000-8000-00000000ffff`],
  ['source-broken', `${w}/sources/${sources[0].id}`, 'broken'],
  ['events', `${w}/sources/events`],
  ['events-rejected', `${w}/sources/events?verdict=rejected`],
  ['events-empty', `${w}/sources/events`, 'empty'],
  ['plan', `${w}/sources/plan`],
  ['plan-empty', `${w}/sources/plan`, 'empty'],
  ['plan-unplanned', `${w}/sources/plan?show=unplanned`, 'empty'],
  ['plan-slow', `${w}/sources/plan`, 'slow'],
  ['plan-event', `${w}/sources/plan/Order%20Completed`],
  ['plan-event-seen', `${w}/sources/plan/Product%20Viewed`],
  ['plan-event-new', `${w}/sources/plan/Coupon%20Used`],
  ['plan-event-broken', `${w}/sources/plan/Order%20Completed`, 'broken'],
  ['quarantine', `${w}/sources/quarantine`],
  ['quarantine-filtered', `${w}/sources/quarantine?reason=plan_violation&name=Order%20Completed`],
  ['quarantine-empty', `${w}/sources/quarantine`, 'empty'],
  ['quarantine-broken', `${w}/sources/quarantine`, 'broken'],
  ['imports', `${w}/sources/imports`],
  ['imports-empty', `${w}/sources/imports`, 'empty'],
  ['import-new', `${w}/sources/imports/new?source=${sources[2].id}`],
  ['import-open', `${w}/sources/imports/${imports[0].id}`],
  ['import-failed', `${w}/sources/imports/${imports[2].id}`],
  ['import-broken', `${w}/sources/imports/${imports[0].id}`, 'broken'],
  ['settings', `${w}/settings`],
  ['nowhere', `${w}/nowhere/at/all`],
].filter(([name]) => name.startsWith(only))

const profile = await mkdtemp(join(tmpdir(), 'itinera-shots-'))
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: quiet,
})
await mkdir('shots', { recursive: true })
const page = await browser.newPage()
const complaints = []
page.on(
  'console',
  (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
)
page.on('pageerror', (error) => complaints.push(String(error)))
for (const look of looks) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width > 700 ? 900 : 844 })
    for (const [name, path, mode = 'full'] of pages) {
      await browser.addCookies([{ name: 'mock', value: mode, url: base }])
      await page.addInitScript(
        ([chosen, spoken]) => {
          if (window !== window.top) return
          localStorage.setItem('itinera.look', chosen)
          localStorage.setItem('itinera.language', spoken)
        },
        [look, locale],
      )
      complaints.length = 0
      await page.goto(base + path)
      await page.locator('h1, h2, h3, [data-node]').first().waitFor()
      await page.waitForTimeout(name.startsWith('canvas') ? 1_400 : 900)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      await page.screenshot({ path: `shots/${name}-${width}-${look}-${locale}.png` })
      if (wide || complaints.length)
        console.log(
          `${name} ${width} ${look}${wide ? ' WIDER THAN THE PAGE' : ''} ${[...new Set(complaints)].slice(0, 3).join(' | ').slice(0, 400)}`,
        )
    }
  }
}
await browser.close()
