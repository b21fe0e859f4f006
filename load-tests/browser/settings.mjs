import { readFile } from 'node:fs/promises'

function given(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

const { services, inbox, login } = JSON.parse(await readFile(given('ITINERA_STACK'), 'utf8'))

/** Where the Itinera runs that is walked through, and who walks. */
export const settings = {
  gateway: services.gateway,
  collector: services.collector,
  inbox: inbox.url,
  login,
  chromium: given('CHROMIUM_PATH'),
  screenshots: given('WALK_SCREENSHOTS'),
  catalogues: given('WALK_CATALOGUES'),
}
