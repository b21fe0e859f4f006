import { nextTick, type ComputedRef } from 'vue'
import type { Plan } from '@/api/plan'
import { matches, typing, useShortcut } from '@/live/shortcut'
import { useDraft } from './draft'
import { copy, parse, paste } from './plan/fragment'
import { move } from './plan/edit'
import { ENTRY } from './plan/graph'
import { neighbour, type Positions } from './plan/layout'

interface Ground {
  editable: ComputedRef<boolean>
  selected: ComputedRef<string | undefined>
  select: (node: string | undefined) => void
  apply: (plan: Plan) => void
  positions: () => Positions
  chosen: () => string[]
  remove: (node: string) => void
}

const STEP = 16
const arrows = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const
const shifts = { up: [0, -STEP], down: [0, STEP], left: [-STEP, 0], right: [STEP, 0] } as const
const CLIPBOARD = 'itinera.copied'

/** The keyboard on the canvas: arrows walk, Alt and arrows move, Delete asks, Ctrl-Z, Ctrl-C, Ctrl-V. */
export function useCanvasKeys(ground: Ground) {
  const draft = useDraft()

  useShortcut('mod+z', (event) => !typing(event) && ground.editable.value && draft.history.undo())
  useShortcut('mod+shift+z', (event) => !typing(event) && ground.editable.value && draft.history.redo())
  useShortcut('mod+s', () => void draft.save())

  const focused = (event: KeyboardEvent) =>
    (event.target as HTMLElement).closest<HTMLElement>('[data-node]')?.dataset.node ?? ground.selected.value

  function copyChosen(node: string | undefined): void {
    const ids = ground.chosen()
    const fragment = copy(draft.plan.value, ids.length > 1 ? ids : [node ?? ''], ground.positions())
    if (fragment) localStorage.setItem(CLIPBOARD, JSON.stringify(fragment))
  }

  function pasteCopied(): void {
    const fragment = parse(localStorage.getItem(CLIPBOARD) ?? '')
    if (!fragment || !ground.editable.value) return
    const pasted = paste(draft.plan.value, fragment)
    ground.apply(pasted.plan)
    ground.select(pasted.ids[0])
  }

  function walk(event: KeyboardEvent, node: string): void {
    const direction = arrows[event.key as keyof typeof arrows]
    if (event.altKey && ground.editable.value) return shift(node, direction)
    const next = neighbour(ground.positions(), node, direction)
    if (next)
      void nextTick(() => document.querySelector<HTMLElement>(`[data-node="${CSS.escape(next)}"]`)?.focus())
  }

  function shift(node: string, direction: keyof typeof shifts): void {
    const at = ground.positions()[node]
    const [x, y] = shifts[direction]
    if (at) ground.apply(move(draft.plan.value, node, { x: at.x + x, y: at.y + y }))
  }

  function onKey(event: KeyboardEvent): void {
    if (typing(event)) return
    const node = focused(event)
    if (matches('mod+c', event)) return copyChosen(node)
    if (matches('mod+v', event)) return pasteCopied()
    if (event.key === 'Escape') return ground.select(undefined)
    if (!node) return
    if (event.key in arrows) {
      event.preventDefault()
      return walk(event, node)
    }
    const deletes = event.key === 'Delete' || event.key === 'Backspace'
    if (deletes && node !== ENTRY && ground.editable.value) ground.remove(node)
  }

  function duplicate(): void {
    copyChosen(ground.selected.value)
    pasteCopied()
  }

  return Object.assign(onKey, { duplicate })
}
