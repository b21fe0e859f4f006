import { until } from './facts.mjs'
import { settings } from './settings.mjs'

const PEOPLE_A_REQUEST = 25
/** Of this walk alone: the inbox keeps what it got in earlier ones. */
const DOMAIN = `walk-${Date.now().toString(36)}.example`

/** A group of people by one word: walker-1, walker-2, … */
export const group = (word, size) => Array.from({ length: size }, (_, index) => `${word}-${index + 1}`)
export const addressOf = (person) => `${person}@${DOMAIN}`

/** People who come to the shop of the workspace whose write key this is. */
export function shop(writeKey) {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`

  async function post(events) {
    const answer = await fetch(`${settings.collector}/v1/batch`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ batch: events, sentAt: new Date().toISOString() }),
    })
    const { rejected } = await answer.json()
    if (answer.status !== 200 || rejected?.length) {
      throw new Error(`The collector answered ${answer.status}: ${JSON.stringify(rejected)}`)
    }
  }

  async function each(people, does) {
    for (let from = 0; from < people.length; from += PEOPLE_A_REQUEST) {
      await post(people.slice(from, from + PEOPLE_A_REQUEST).flatMap(does))
    }
  }

  return {
    /** They say who they are; some of them that they want mail. */
    arrive: (people, { consent = true } = {}) => each(people, (person) => [identify(person, consent)]),
    view: (people) => each(people, (person) => [track(person, 'Product Viewed', 2_000)]),
    dropCarts: (people) => each(people, (person) => [track(person, 'Product Added', 0)]),
    buy: (people) => each(people, (person) => [track(person, 'Order Completed', 0)]),
    /** An event that no collector may take. */
    async sendRubbish() {
      const answer = await fetch(`${settings.collector}/v1/track`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'track', userId: 'rubbish' }),
      })
      const { rejected } = await answer.json()
      if (rejected?.length !== 1) throw new Error(`Rubbish was answered with ${answer.status}`)
    },
  }
}

function identify(person, consent) {
  return {
    type: 'identify',
    userId: person,
    messageId: `${person}-who`,
    timestamp: ago(3_000),
    traits: {
      email: addressOf(person),
      name: `Walker ${person}`,
      firstName: person,
      timezone: 'Asia/Taipei',
      ...(consent ? { consent: { email: true } } : {}),
    },
  }
}

function track(person, event, agoMs) {
  return {
    type: 'track',
    event,
    userId: person,
    messageId: `${person}-${event}`,
    timestamp: ago(agoMs),
    properties: { cart_id: `cart-${person}`, product_id: 'rain-coat', price: 18_800, currency: 'JPY' },
  }
}

const ago = (milliseconds) => new Date(Date.now() - milliseconds).toISOString()

/** How many mails each of them got, in their order. */
export async function mailsOf(people) {
  const counts = new Map(people.map((person) => [addressOf(person), 0]))
  const mails = await (await fetch(`${settings.inbox}/api/mails`)).json()
  for (const to of mails.flatMap((mail) => mail.to)) {
    if (counts.has(to)) counts.set(to, counts.get(to) + 1)
  }
  return [...counts.values()]
}

/** Waits until each of them has a mail; at most one, or it fails at once. */
export function oneMailEach(people, patienceMs) {
  return until(
    `each of ${people.length} people like ${people[0]} has a mail`,
    async () => {
      const counts = await mailsOf(people)
      if (counts.some((count) => count > 1)) throw new Error(`Somebody like ${people[0]} got two mails`)
      return counts.every((count) => count === 1)
    },
    patienceMs,
  )
}
