// Speaks the gateway's HTTP API from memory, for development and screenshots only; it is not shipped.
// MOCK_MODE=empty answers every list empty, MOCK_MODE=broken every call with a problem, MOCK_MODE=out 401.
import { createServer } from 'node:http'
import { routes } from './routes.mjs'
import * as world from './world.mjs'

const port = Number(process.env.MOCK_PORT ?? 5190)
const started = process.env.MOCK_MODE ?? 'full'
const compiled = routes.map(([method, path, answer]) => ({
  method,
  answer,
  pattern: new RegExp(`^${path.replace(/{(\w+)}/g, '(?<$1>[^/]+)')}$`),
}))

const send = (response, status, body, type = 'application/json') => {
  response.writeHead(status, { 'Content-Type': type })
  response.end(body === undefined ? '' : JSON.stringify(body))
}
const problem = (response, status, body) =>
  send(response, status, { status, type: 'about:blank', ...body }, 'application/problem+json')

function stream(request, response, every, next) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
  response.write(': open\n\n')
  const timer = setInterval(() => response.write(`data: ${JSON.stringify(next())}\n\n`), every)
  request.on('close', () => clearInterval(timer))
}

function ticking() {
  const { nodes, ...rest } = world.counts
  world.counts.entered += Math.floor(world.random() * 3)
  nodes['wait-1'].waiting += Math.floor(world.random() * 5) - 2
  return { ...rest, nodes }
}

async function bodyOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const json = /json/.test(request.headers['content-type'] ?? '')
  return { size: bytes.length, body: json && bytes.length ? JSON.parse(bytes.toString()) : undefined }
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://mock')
  const mode = /mock=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? started
  const { body, size } = await bodyOf(request)
  if (url.pathname === '/login' || url.pathname === '/logout') {
    const out = url.pathname === '/logout'
    response.writeHead(303, {
      Location: out ? '/' : (url.searchParams.get('to') ?? '/'),
      'Set-Cookie': `mock=${out ? 'out' : 'full'}; Path=/`,
    })
    return response.end()
  }
  if (mode === 'out') return problem(response, 401, { title: 'Unauthorized' })
  if (url.pathname === '/api/me')
    return send(response, 200, mode === 'new' ? { ...world.me, workspaces: [] } : world.me)
  if (url.pathname === '/api/workspaces') return send(response, 201, world.me.workspaces[0])
  const match = /^\/api\/workspaces\/[^/]+(\/.*)?$/.exec(url.pathname)
  if (!match) return problem(response, 404, { title: 'Not found' })
  const path = match[1] ?? ''
  if (path === '') return send(response, 200, world.settings)
  if (mode === 'slow') return
  if (mode === 'broken')
    return problem(response, 503, {
      title: 'Unavailable',
      detail: 'the service insights does not answer',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    })
  if (path === '/events/stream')
    return stream(request, response, mode === 'empty' ? 1e6 : 1_200, world.arrival)
  if (/^\/insights\/journeys\/[^/]+\/stream$/.test(path)) return stream(request, response, 1_500, ticking)
  const route = compiled.find((each) => each.method === request.method && each.pattern.test(path))
  if (!route)
    return request.method === 'GET' ? problem(response, 404, { title: 'Not found' }) : send(response, 204)
  const answer = route.answer({
    at: route.pattern.exec(path).groups ?? {},
    query: url.searchParams,
    body,
    size,
  })
  if (answer?.problem) return problem(response, answer.status, answer.problem)
  if (mode === 'empty' && Array.isArray(answer?.items) && path !== '/recipes')
    return send(response, 200, { items: [] })
  send(response, 200, answer ?? {})
}).listen(port, '127.0.0.1', () => console.log(`mock gateway on http://127.0.0.1:${port}`))
