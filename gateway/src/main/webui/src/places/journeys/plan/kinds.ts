import { mdiCallSplit, mdiClockOutline, mdiEmailOutline, mdiFlagCheckered, mdiLightningBolt } from '@mdi/js'
import type { NodeKind } from '@/api/plan'

export type CardKind = NodeKind | 'entry'

export const kindIcons: Record<CardKind, string> = {
  entry: mdiLightningBolt,
  wait: mdiClockOutline,
  branch: mdiCallSplit,
  message: mdiEmailOutline,
  exit: mdiFlagCheckered,
}

/** In the order of the palette. */
export const kinds: NodeKind[] = ['wait', 'branch', 'message', 'exit']

/** What a drag from the palette carries. */
export const DRAGGED_KIND = 'application/x-itinera-kind'
