import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { must } from './facts.mjs'
import { settings } from './settings.mjs'

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PATIENCE_MS = 30_000
const STILL_FRAMES = 12

/** A browser of its own with one page, which notes everything that the page complains of. */
export async function openBrowser() {
  const profile = await mkdtemp(join(tmpdir(), 'itinera-walk-'))
  await mkdir(settings.screenshots, { recursive: true })
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: settings.chromium,
    headless: true,
    args: QUIET,
    viewport: WIDTHS[0],
    locale: 'en-US',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = context.pages()[0] ?? (await context.newPage())
  const complaints = []
  page.on('console', (said) => {
    if (said.type() === 'error' && !isAskingWhoIsThere(said))
      complaints.push(`${said.text()} ${said.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return {
    page,
    complaints,
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** The page learns by a 401 that nobody is signed in, which browsers always note. */
const isAskingWhoIsThere = (said) => said.text().includes('401') && said.location().url.endsWith('/api/me')

/** Nothing loads and nothing has moved for some frames: a change of colours takes one for each layer. */
async function settled(page) {
  await page.evaluate(() => (window.stillFrames = 0))
  await page.waitForFunction(
    (frames) => {
      const moving = document
        .getAnimations()
        .some(
          ({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Infinity,
        )
      const loading = document.querySelector('[aria-busy="true"], .v-skeleton-loader')
      window.stillFrames = moving || loading ? 0 : window.stillFrames + 1
      return window.stillFrames >= frames
    },
    STILL_FRAMES,
    { polling: 'raf' },
  )
}

/** Pictures of what is open, narrow and wide, light and dark; nothing may be wider than the page. */
export async function picture(page, name, { arrange = async () => {}, looks = ['dark', 'light'] } = {}) {
  for (const size of [...WIDTHS].reverse()) {
    await page.setViewportSize(size)
    for (const colorScheme of looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await arrange(page)
      await settled(page)
      await page.screenshot({ path: join(settings.screenshots, `${name}-${size.width}-${colorScheme}.png`) })
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    must(wide <= 0, `${name} is ${wide} pixels wider than a page of ${size.width}`)
  }
}

/** What the page shows when something went wrong. */
export const pictureOfFailure = (page) =>
  page.screenshot({ path: join(settings.screenshots, 'failure.png'), fullPage: true })
