import type { LeafKind } from '../tree'

/** What the fields of every kind of condition are told. */
export interface LeafProps {
  kind: LeafKind
  /** Where it lies in what is sent to the server. */
  path: string
  /** The event whose properties are asked, where there is one. */
  event?: string
  disabled?: boolean
}
