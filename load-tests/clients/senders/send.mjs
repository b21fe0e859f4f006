import { once } from 'node:events'
import { Ledger } from './ledger.mjs'
import { MOST_ATTEMPTS, SDKS } from './sdks.mjs'

/**
 * Sends at an even rate until its standard input ends, then waits until everything was taken or given up.
 * Arguments: SDK, collector, workspace, write key, ledger file, run, events a second.
 */
const [kind, host, workspace, writeKey, file, run, perSecond] = process.argv.slice(2)
const TICK_MS = 50
const CUSTOMERS = 50
const PATIENCE_MS = 180_000

const ledger = new Ledger(file, MOST_ATTEMPTS)
const sdk = await SDKS[kind]({ host, writeKey, ledger: { sending: (events) => ledger.sending(events, workspace) } })
const rate = Math.min(perSecond, sdk.mostPerSecond ?? perSecond)
const everyMs = Math.max(TICK_MS, 1000 / rate)
let number = 0
let open = 0

function message() {
  number += 1
  const name = `${run}-${kind}-${number}`
  const userId = `${run}-${kind}-${number % CUSTOMERS}`
  const properties = { what: ['rain coat', 'レインコート', '"🧥"'][number % 3], n: number, z: name, canary: workspace }
  return { messageId: sdk.id?.() ?? name, userId, event: `Seen ${number % 7}`, properties }
}

function send(count) {
  const messages = Array.from({ length: count }, message)
  if (!sdk.makesItsOwnIds) ledger.sending(messages.map((each) => ({ ...each, customer: `user|${each.userId}` })), workspace)
  for (const each of messages) {
    open += 1
    sdk.track(each, (failure, itsId) => {
      open -= 1
      ledger.said(sdk.makesItsOwnIds ? itsId : each.messageId, failure ? 'UNKNOWN' : 'ACKED')
    })
  }
}

const timer = setInterval(() => send(Math.max(1, Math.round((rate * everyMs) / 1000))), everyMs)
process.stdin.resume()
await once(process.stdin, 'end')
clearInterval(timer)

const until = Date.now() + PATIENCE_MS
await Promise.race([sdk.close(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())])
while (open > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, TICK_MS))
ledger.close()
process.exit(open === 0 ? 0 : 1)
