// Lets every SDK tell the collector the same, one after the other; ends with an error when one could not.
import { servers } from './servers.mjs'
import { pages } from './pages.mjs'
import { settings } from './settings.mjs'

const clients = { ...servers, ...pages }
const wanted = process.argv.slice(2)
for (const name of wanted.length ? wanted : Object.keys(clients)) {
  const from = Date.now()
  await clients[name](settings.writeKeys[name])
  console.log(`${name} ${((Date.now() - from) / 1_000).toFixed(1)} s`)
}
process.exit()
