import { computed, inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { Flaw } from '@/api/http'
import type { Scope } from './tree'

/** What the parts of a condition share while it is edited. */
export interface Builder {
  /** What the server says is wrong, by its place in the condition. */
  flaws: Ref<Flaw[]>
  scope: Ref<Scope>
  /** The event that starts a run, where there is one. */
  trigger: Ref<string | undefined>
  /** The segment whose condition it is, which cannot mention itself. */
  segment: Ref<string | undefined>
}

const key: InjectionKey<Builder> = Symbol('the condition that is edited')

/** Where a condition lies in what is sent to the server. */
export const ROOT = '/condition'

export const provideBuilder = (builder: Builder) => provide(key, builder)

export function useBuilder(): Builder {
  const builder = inject(key)
  if (!builder) throw new Error('a part of a condition stands in a ConditionBuilder')
  return builder
}

const within = ({ path }: Flaw, place: string): boolean => path === place || path.startsWith(`${place}/`)

/** What is wrong at a place and beneath it, but not in those parts of it that show their own. */
export const ownFlaws = (flaws: Flaw[], place: string, parts: string[]): Flaw[] =>
  flaws.filter((flaw) => within(flaw, place) && !parts.some((part) => within(flaw, part)))

export function useOwnFlaws(place: () => string, parts: () => string[]): ComputedRef<Flaw[]> {
  const { flaws } = useBuilder()
  return computed(() => ownFlaws(flaws.value, place(), parts()))
}

/** How deep in others a part lies, by its place. */
export const depthOf = (place: string): number => place.match(/\/(all|any|not|where)(?=\/|$)/g)?.length ?? 0
