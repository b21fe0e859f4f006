import { get, post } from './workspace'

/** A name of somebody, and who said it first. */
export interface KnownName {
  kind: string
  value: string
  firstAt: string
  lastAt: string
  evidence?: string
  source?: string
}

export type LineKind = 'linked' | 'switched' | 'claimed' | 'merged' | 'unmerged'

/** Something that was found out about who somebody is. */
export interface LedgerLine {
  kind: LineKind
  at: string
  from: string
  into: string
  /** The device or other name that it is about; absent where a person named customers. */
  identity?: { kind: string; value: string }
  evidence: string
  source?: string
  /** The person who asked for it. */
  by?: string
  /** Until when a merge can be undone; absent where it cannot. */
  undoableUntil?: string
}

export interface Identities {
  customer: string
  redirectedFrom?: string
  identities: KnownName[]
  /** How many names made room for newer ones. */
  dropped: number
  ledger: LedgerLine[]
}

export const identities = (customer: string) => get<Identities>(`/customers/${customer}/identities`)
/** What a person asked for; the ledger shows it once it is done. */
interface Asked {
  request: string
  from: string
  into: string
}

/** Two customers are one person, says whoever asks. */
export const askMerge = (customer: string, other: string) =>
  post<Asked>(`/customers/${customer}/merges`, { customer: other })
/** Noted at once and done within seconds; the ledger shows it then. */
export const undoMerge = (customer: string, from: string) =>
  post<Asked>(`/customers/${customer}/merges/${from}/undo`)
