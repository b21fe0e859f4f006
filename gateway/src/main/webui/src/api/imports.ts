import { get, patchBytes, post, postForm, type Page } from './workspace'

export type Format = 'ndjson' | 'csv'
export type Preset = 'segment' | 'ga4-export'
export type CellType = 'text' | 'number' | 'flag' | 'time' | 'json'

/** One value that an event gets from each row: from a column, or the same for all. */
export interface CsvField {
  to: string
  column?: string
  value?: string
  type?: CellType
  format?: string
}

export interface CsvMapping {
  separator?: string
  decimal?: string
  zone?: string
  fields: CsvField[]
}

export interface ImportWish {
  source: string
  name: string
  format: Format
  preset?: Preset
  mapping?: CsvMapping
  live?: boolean
  completeUpTo?: string
}

/** What is wrong with a row; its line is that of the file, from 1. */
export interface RowFlaw {
  line: number
  column?: string
  reason: string
  detail: string
}

export interface FileImport extends ImportWish {
  id: string
  state: 'open' | 'receiving' | 'finished' | 'failed'
  live: boolean
  createdAt: string
  createdBy: string
  changedAt?: string
  /** How many bytes were read; the upload goes on there. */
  bytes: number
  lines: number
  accepted: number
  rejected: number
  firstErrors: RowFlaw[]
}

export interface DryRun {
  columns: string[]
  lines: number
  events: { line: number; event: Record<string, unknown> }[]
  errors: RowFlaw[]
}

const pathOf = (id: string) => `/imports/${encodeURIComponent(id)}`

export const imports = (after?: string) => get<Page<FileImport>>('/imports', { after, limit: 50 })
export const fileImport = (id: string) => get<FileImport>(pathOf(id))
export const beginImport = (wish: ImportWish) => post<FileImport>('/imports', wish)
export const finishImport = (id: string) => post<FileImport>(`${pathOf(id)}/finish`, {})
export const sendBytes = (id: string, offset: number, bytes: Blob, signal?: AbortSignal) =>
  patchBytes<FileImport>(
    pathOf(id),
    bytes,
    { 'Upload-Offset': String(offset), 'Content-Type': 'application/octet-stream' },
    signal,
  )

/** What the import would make of a file's beginning; nothing is changed. */
export function dryRun(wish: ImportWish, beginning: Blob, signal?: AbortSignal): Promise<DryRun> {
  const form = new FormData()
  form.append('import', new Blob([JSON.stringify(wish)], { type: 'application/json' }))
  form.append('file', beginning, wish.name)
  return postForm<DryRun>('/imports/dry-run', form, signal)
}
