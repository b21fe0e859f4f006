import { request } from './http'
import { within } from './workspace'

/** What came of a list: how many were told, and the lines that name nobody. */
export interface Told {
  customers: number
  unknown: string[]
}

const told = (path: string, lines: string, query: Record<string, string | undefined>) =>
  request<Told>('POST', within(path), { raw: new Blob([lines], { type: 'text/csv' }), query })

/** Gives a tag to customers, each named in the first column of a line, until a moment or for good. */
export const giveTag = (tag: string, lines: string, until?: string) =>
  told('/tags/given', lines, { tag, until })
export const takeTag = (tag: string, lines: string) => told('/tags/taken', lines, { tag })
