import { defineStore } from 'pinia'
import { ref } from 'vue'
import { attributes, type Attribute } from '@/api/attributes'
import { plannedEvent, type PlannedEventDetail, type PropertySchema } from '@/api/trackingPlan'
import { propertyTypes, subjectOf, type PropertyType } from '@/places/sources/plan/schema'

export interface KnownProperty {
  name: string
  type?: PropertyType
}

/** The event in which traits are said; those that are made stand beside them. */
export const IDENTIFY = '$identify'

/** Which properties an event has, by the tracking plan and by the newest of it that were seen. */
export const useKnownProperties = defineStore('knownProperties', () => {
  const byEvent = ref(new Map<string, KnownProperty[]>())
  const made = ref<KnownProperty[]>()

  async function want(event: string): Promise<void> {
    if (byEvent.value.has(event)) return
    byEvent.value.set(event, [])
    byEvent.value.set(event, await orNone(plannedEvent(event).then(propertiesOf)))
  }

  async function wantMade(): Promise<void> {
    if (made.value) return
    made.value = []
    made.value = await orNone(attributes().then(({ items }) => traitsOf(items)))
  }

  function of(event: string | undefined): KnownProperty[] {
    const said = (event && byEvent.value.get(event)) || []
    if (event !== IDENTIFY || !made.value) return said
    const names = new Set(made.value.map(({ name }) => name))
    return [...said.filter(({ name }) => !names.has(name)), ...made.value].sort(byName)
  }
  const typeOf = (event: string | undefined, name: string) =>
    of(event).find((known) => known.name === name)?.type

  function forget(): void {
    byEvent.value.clear()
    made.value = undefined
  }

  return { want, wantMade, of, typeOf, forget }
})

const byName = (a: KnownProperty, b: KnownProperty) => a.name.localeCompare(b.name)

/** Where nobody can say, every name can be typed and none is offered. */
const orNone = (asked: Promise<KnownProperty[]>) => asked.catch((): KnownProperty[] => [])

/** The traits that are made of what is known, and the list of tags. */
export function traitsOf(made: Attribute[]): KnownProperty[] {
  const traits = made.filter(({ state }) => state === 'live' || state === 'computing').flatMap(madeBy)
  return [...traits, { name: 'tags', type: 'array' }]
}

const COUNTING = new Set(['count', 'sum', 'average', 'minimum', 'maximum'])

function madeBy({ name, rule }: Attribute): KnownProperty[] {
  if ('computed' in rule) return [{ name, type: COUNTING.has(rule.computed.of) ? 'number' : undefined }]
  if ('rfm' in rule) return [{ name, type: 'object' }, ...scoresOf(name)]
  if ('stages' in rule) return [{ name, type: 'string' }, { name: `${name}_since` }]
  if (!('score' in rule)) return []
  const { levels } = rule.score
  return [{ name, type: 'number' }, ...(levels ? [{ name: levels.trait, type: 'string' as const }] : [])]
}

const scoresOf = (name: string): KnownProperty[] =>
  ['recencyScore', 'frequencyScore', 'monetaryScore'].map((score) => ({
    name: `${name}.${score}`,
    type: 'number',
  }))

/** The plan's word on a type holds; what was seen fills in the rest. */
export function propertiesOf({ name, schema, sample, sources }: PlannedEventDetail): KnownProperty[] {
  const found = new Map<string, KnownProperty>()
  for (const each of [sample, ...sources.map((source) => source.sample)])
    for (const [property, value] of Object.entries(subjectOf(name, each) ?? {}))
      found.set(property, { name: property, type: found.get(property)?.type ?? seenType(value) })
  for (const [property, planned] of Object.entries(schema?.properties ?? {}))
    found.set(property, { name: property, type: plannedType(planned) ?? found.get(property)?.type })
  return [...found.values()].sort(byName)
}

const plannedType = ({ type }: PropertySchema) => propertyTypes.find((known) => known === type)

function seenType(value: unknown): PropertyType | undefined {
  if (Array.isArray(value)) return 'array'
  return value === null ? undefined : propertyTypes.find((known) => known === typeof value)
}
