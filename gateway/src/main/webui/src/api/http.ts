/** What the gateway answers when it cannot do what was asked (RFC 9457), or when it cannot be reached. */
export interface Flaw {
  node?: string
  path: string
  code?: string
  message: string
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | undefined,
    readonly traceId: string | undefined,
    readonly flaws: Flaw[],
    /** How long the server asks to be left alone, where it says so. */
    readonly retryAfterMs?: number,
  ) {
    super(detail ?? title)
  }

  /** Nobody is signed in, or no longer. */
  get signedOut(): boolean {
    return this.status === 401 || this.status === 499
  }

  /** No answer at all: the network or the gateway is away. */
  get unreachable(): boolean {
    return this.status === 0
  }
}

export type Query = Record<string, string | number | undefined | null>

interface Ask {
  query?: Query
  body?: unknown
  /** A body that is no JSON: bytes, or a form with a file; it says its own type. */
  raw?: Blob | FormData
  headers?: Record<string, string>
  signal?: AbortSignal
}

let whenSignedOut: () => unknown = () => undefined

/** Tells the client whom to call when the gateway no longer knows the person. */
export function onSignedOut(callback: () => unknown): void {
  whenSignedOut = callback
}

export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  if (given.length === 0) return path
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

export async function request<T>(method: string, path: string, ask: Ask = {}): Promise<T> {
  const response = await send(method, path, ask)
  if (!response.ok) throw announced(await problemOf(response))
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T
  return (await response.json()) as T
}

async function send(method: string, path: string, ask: Ask): Promise<Response> {
  // With this header the gateway answers 401 or 499 in place of a redirect to the login.
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'X-Requested-With': 'JavaScript',
    ...ask.headers,
  }
  if (ask.body !== undefined) headers['Content-Type'] = 'application/json'
  try {
    return await fetch(withQuery(path, ask.query), {
      method,
      headers,
      signal: ask.signal,
      body: ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body)),
    })
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new Problem(0, 'unreachable', undefined, undefined, [])
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text()
  const json = asObject(text)
  return new Problem(
    response.status,
    typeof json.title === 'string' ? json.title : `HTTP ${response.status}`,
    typeof json.detail === 'string' ? json.detail : undefined,
    typeof json.traceId === 'string' ? json.traceId : undefined,
    Array.isArray(json.flaws) ? (json.flaws as Flaw[]) : [],
    secondsIn(response.headers.get('retry-after')),
  )
}

const secondsIn = (text: string | null): number | undefined =>
  text && /^\d+$/.test(text) ? Number(text) * 1_000 : undefined

function asObject(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function announced(problem: Problem): Problem {
  if (problem.signedOut) whenSignedOut()
  return problem
}
