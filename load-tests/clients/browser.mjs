import { chromium } from 'playwright-core'
import { settings } from './settings.mjs'

const OURS = ['localhost', '127.0.0.1']
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP * ~NOTFOUND , ${OURS.map((host) => `EXCLUDE ${host}`).join(' , ')}`,
]

/** A real browser to which nothing exists but this machine. */
export const launch = () => chromium.launch({ executablePath: settings.chromium, headless: true, args: QUIET })

/** Whether a request goes to anybody but the site and the collector. */
export const isOfThirdParty = (asked) => /^(https?|wss?):/.test(asked.url()) && !OURS.includes(new URL(asked.url()).hostname)
