import { inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { NodeKind, Plan } from '@/api/plan'
import type { Flaw } from '@/api/http'
import type { Port } from '../plan/graph'

/** What cards and edges of a canvas need of it. */
export interface Canvas {
  plan: ComputedRef<Plan>
  editable: ComputedRef<boolean>
  selected: ComputedRef<string | undefined>
  flawsOf: (node: string) => Flaw[]
  wordsOf: (node: string) => string
  select: (node: string) => void
  add: (from: string, port: Port, kind: NodeKind) => void
}

const key: InjectionKey<Canvas> = Symbol('canvas')

export const provideCanvas = (canvas: Canvas): void => provide(key, canvas)

export function useCanvas(): Canvas {
  const canvas = inject(key)
  if (!canvas) throw new Error('this stands on no canvas')
  return canvas
}
