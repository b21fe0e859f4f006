import { defineStore } from 'pinia'
import { reactive } from 'vue'
import { Problem } from '@/api/http'
import { fileImport, finishImport, sendBytes, type FileImport } from '@/api/imports'
import { asProblem } from '@/live/load'
import { pieces } from './pieces'

export interface Upload {
  state: 'sending' | 'waiting' | 'paused' | 'done' | 'failed'
  /** How much of the file is sent, from 0 to 1. */
  share: number
  progress: FileImport
  problem?: Problem
}

/** What a file looked like when its upload began, to know it again after the page was loaded anew. */
export interface Fingerprint {
  name: string
  size: number
  modified: number
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
const storageKey = (id: string) => `itinera.import.${id}`

export const fingerprint = (file: File): Fingerprint => ({
  name: file.name,
  size: file.size,
  modified: file.lastModified,
})

/** Whether a later try can mend it: nothing answered, somebody else is sending, or the server asked to wait. */
export const passes = ({ status }: Problem): boolean =>
  status === 0 || status === 409 || status === 429 || status === 502 || status === 503 || status === 504

/** Files on their way; they go on while the reader looks at other pages. */
export const useUploads = defineStore('uploads', () => {
  const all = reactive(new Map<string, Upload>())
  const stops = new Map<string, AbortController>()

  /** Leaving the page would end what is under way; what was sent stays. */
  function guard(event: BeforeUnloadEvent): void {
    if ([...all.values()].some(({ state }) => state === 'sending' || state === 'waiting'))
      event.preventDefault()
  }
  window.addEventListener('beforeunload', guard)

  function start(begun: FileImport, file: File): void {
    localStorage.setItem(storageKey(begun.id), JSON.stringify(fingerprint(file)))
    const stop = new AbortController()
    stops.set(begun.id, stop)
    all.set(begun.id, { state: 'sending', share: 0, progress: begun })
    void carry(all.get(begun.id)!, file, stop.signal)
  }

  async function carry(upload: Upload, file: File, signal: AbortSignal): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS
    for (;;) {
      try {
        await send(upload, file, signal)
        return
      } catch (failure) {
        if (signal.aborted) return
        const problem = asProblem(failure)
        upload.problem = problem
        if (!passes(problem)) {
          upload.state = 'failed'
          upload.progress = await fileImport(upload.progress.id).catch(() => upload.progress)
          return
        }
        upload.state = 'waiting'
        await pause(problem.retryAfterMs ?? pauseMs, signal)
        if (signal.aborted) return
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      }
    }
  }

  /** From where the server has read to, whatever was sent before. */
  async function send(upload: Upload, file: File, signal: AbortSignal): Promise<void> {
    const { id } = upload.progress
    upload.progress = await fileImport(id)
    if (upload.progress.state === 'failed') return void (upload.state = 'failed')
    if (upload.progress.state === 'finished') return done(upload)
    for await (const piece of pieces(file, upload.progress.bytes)) {
      if (signal.aborted) return
      upload.progress = await sendBytes(id, piece.at, piece.bytes, signal)
      upload.share = piece.share
      upload.state = 'sending'
      upload.problem = undefined
    }
    if (signal.aborted) return
    upload.progress = await finishImport(id)
    done(upload)
  }

  function done(upload: Upload): void {
    upload.share = 1
    upload.state = 'done'
    upload.problem = undefined
    localStorage.removeItem(storageKey(upload.progress.id))
  }

  function stop(id: string): void {
    stops.get(id)?.abort()
    const upload = all.get(id)
    if (upload && upload.state !== 'done') upload.state = 'paused'
  }

  /** The file that an import began with, as far as this browser knows. */
  function remembered(id: string): Fingerprint | undefined {
    try {
      return JSON.parse(localStorage.getItem(storageKey(id)) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  }

  return { all, start, stop, remembered }
})

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (window.clearTimeout(timer), resolve()), { once: true })
  })
}
