import { defineStore } from 'pinia'
import { ref } from 'vue'
import { plannedEvent, type PlannedEventDetail, type PropertySchema } from '@/api/trackingPlan'
import { propertyTypes, subjectOf, type PropertyType } from '@/places/sources/plan/schema'

export interface KnownProperty {
  name: string
  type?: PropertyType
}

/** Which properties an event has, by the tracking plan and by the newest of it that were seen. */
export const useKnownProperties = defineStore('knownProperties', () => {
  const byEvent = ref(new Map<string, KnownProperty[]>())

  async function want(event: string | undefined): Promise<void> {
    if (!event || byEvent.value.has(event)) return
    byEvent.value.set(event, [])
    try {
      byEvent.value.set(event, propertiesOf(await plannedEvent(event)))
    } catch {
      // Nobody knows the event: any name can be typed, and nothing is offered.
    }
  }

  const of = (event: string | undefined): KnownProperty[] => (event && byEvent.value.get(event)) || []
  const typeOf = (event: string | undefined, name: string) =>
    of(event).find((known) => known.name === name)?.type
  const forget = () => byEvent.value.clear()

  return { want, of, typeOf, forget }
})

/** The plan's word on a type holds; what was seen fills in the rest. */
export function propertiesOf({ name, schema, sample, sources }: PlannedEventDetail): KnownProperty[] {
  const found = new Map<string, KnownProperty>()
  for (const each of [sample, ...sources.map((source) => source.sample)])
    for (const [property, value] of Object.entries(subjectOf(name, each) ?? {}))
      found.set(property, { name: property, type: found.get(property)?.type ?? seenType(value) })
  for (const [property, planned] of Object.entries(schema?.properties ?? {}))
    found.set(property, { name: property, type: plannedType(planned) ?? found.get(property)?.type })
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
}

const plannedType = ({ type }: PropertySchema) => propertyTypes.find((known) => known === type)

function seenType(value: unknown): PropertyType | undefined {
  if (Array.isArray(value)) return 'array'
  return value === null ? undefined : propertyTypes.find((known) => known === typeof value)
}
