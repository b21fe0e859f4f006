import { createServer, request } from 'node:http'
import { settings } from './settings.mjs'

const BUSY = { 'retry-after': '2', 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' }

/** A site on this machine; `content` gives the bytes of a path, or throws when there are none. */
export const site = (content) =>
  listening(async (asked, answer) => {
    const path = new URL(asked.url, 'http://localhost').pathname
    try {
      const bytes = await content(path)
      answer.setHeader('content-type', /\.m?js$/.test(path) ? 'text/javascript' : 'text/html').end(bytes)
    } catch {
      answer.writeHead(404).end()
    }
  })

/**
 * A door before the collector. While it is shut it answers 503 to whoever sends; it remembers each request with its
 * events, when it came, how the browser sent it, and what was answered.
 */
export async function frontOfTheCollector(files = {}) {
  const front = { shut: false, requests: [], ...(await listening(take)) }
  return front

  async function take(asked, answer) {
    if (files[asked.url]) return answer.setHeader('content-type', 'text/javascript').end(files[asked.url])
    const body = Buffer.concat(await asked.toArray())
    const entry = { at: Date.now(), mode: asked.headers['sec-fetch-mode'], events: eventsIn(body) }
    if (asked.method === 'POST') front.requests.push(entry)
    if (front.shut && asked.method === 'POST') {
      entry.status = 503
      return answer.writeHead(503, BUSY).end()
    }
    const passed = request(settings.collector + asked.url, { method: asked.method, headers: asked.headers }, (said) => {
      entry.status = said.statusCode
      answer.writeHead(said.statusCode, said.headers)
      said.pipe(answer)
    })
    passed.end(body)
  }
}

function eventsIn(body) {
  return body.length ? [JSON.parse(body)].flatMap((sent) => sent.batch ?? [sent]) : []
}

async function listening(answering) {
  const server = createServer(answering)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}
