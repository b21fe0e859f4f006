import type { FileImport } from '@/api/imports'
import type { Tone } from '@/parts/StateDot.vue'
import type { Upload } from './uploads'

export type ImportState = FileImport['state'] | 'sending' | 'waiting' | 'paused'

export const toneOf: Record<ImportState, Tone> = {
  open: 'none',
  receiving: 'accent',
  finished: 'good',
  failed: 'bad',
  sending: 'accent',
  waiting: 'warn',
  paused: 'none',
}

/** What this browser does with it says more than what the server last heard. */
export function stateOf(known: FileImport, upload: Upload | undefined): ImportState {
  if (known.state === 'finished' || known.state === 'failed') return known.state
  if (upload?.state === 'failed') return 'failed'
  if (upload && upload.state !== 'done') return upload.state
  return known.state
}
