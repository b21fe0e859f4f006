import type { PropertySchema } from '@/api/trackingPlan'

export const propertyTypes = ['string', 'number', 'integer', 'boolean', 'object', 'array'] as const
export type PropertyType = (typeof propertyTypes)[number]

export interface PropertyRow {
  name: string
  type?: PropertyType
  required: boolean
  description: string
  /** What the row does not show and keeps: other keywords, such as enum or properties of its own. */
  more: string[]
}

const SHOWN = new Set(['type', 'description'])
const MOST_DERIVED = 100
const DEEPEST_DERIVED = 4

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A schema's own properties, in their order. */
export function rowsOf(schema: PropertySchema): PropertyRow[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  return Object.entries(isObject(schema.properties) ? schema.properties : {}).map(([name, each]) => {
    const own: PropertySchema = isObject(each) ? each : {}
    const type = propertyTypes.find((known) => known === own.type)
    const many = Array.isArray(own.type) || (own.type !== undefined && !type)
    return {
      name,
      type,
      required: required.has(name),
      description: typeof own.description === 'string' ? own.description : '',
      more: Object.keys(own).filter((keyword) => !SHOWN.has(keyword) || (keyword === 'type' && many)),
    }
  })
}

/** The schema with another property of that name; a name that it has already stays as it is. */
export function withProperty(schema: PropertySchema, name: string): PropertySchema {
  if (Object.hasOwn(schema.properties ?? {}, name)) return schema
  return { type: 'object', ...schema, properties: { ...schema.properties, [name]: { type: 'string' } } }
}

export function withoutProperty(schema: PropertySchema, name: string): PropertySchema {
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([known]) => known !== name),
  )
  return required({ ...schema, properties }, name, 'optional')
}

/** Keywords of another type would forbid everything, so that a new type begins without them. */
export function withType(
  schema: PropertySchema,
  name: string,
  type: PropertyType | undefined,
): PropertySchema {
  const before = schema.properties?.[name] ?? {}
  const description = before.description ? { description: before.description } : {}
  return withPart(schema, name, type ? { type, ...description } : description)
}

export function withDescription(schema: PropertySchema, name: string, description: string): PropertySchema {
  const { description: _before, ...rest } = schema.properties?.[name] ?? {}
  return withPart(schema, name, description ? { ...rest, description } : rest)
}

export function required(
  schema: PropertySchema,
  name: string,
  presence: 'required' | 'optional',
): PropertySchema {
  const { required: before = [], ...rest } = schema
  const others = before.filter((known) => known !== name)
  const names = presence === 'required' ? [...others, name] : others
  return names.length ? { ...rest, required: names } : rest
}

export function closed(schema: PropertySchema, others: 'taken' | 'refused'): PropertySchema {
  const { additionalProperties: _before, ...rest } = schema
  return others === 'refused' ? { ...rest, additionalProperties: false } : rest
}

const withPart = (schema: PropertySchema, name: string, part: PropertySchema): PropertySchema => ({
  ...schema,
  properties: { ...schema.properties, [name]: part },
})

/** What of an event a plan speaks of: its traits when it is about a person or group, else its properties. */
export function subjectOf(name: string, sample: unknown): Json | undefined {
  if (!isObject(sample)) return undefined
  const subject = name === '$identify' || name === '$group' ? sample.traits : sample.properties
  return isObject(subject) ? subject : undefined
}

/**
 * A schema that the samples keep to. Nothing is required: a few events cannot tell what every one has.
 */
export function derived(subjects: Json[]): PropertySchema {
  return objectOf(subjects, 0)
}

function objectOf(objects: Json[], depth: number): PropertySchema {
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))].slice(0, MOST_DERIVED)
  const properties = Object.fromEntries(
    names.map((name) => [
      name,
      valueOf(
        objects.map((each) => each[name]),
        depth,
      ),
    ]),
  )
  return { type: 'object', properties }
}

function valueOf(values: unknown[], depth: number): PropertySchema {
  const there = values.filter((value) => value !== undefined)
  const types = [...new Set(there.map(typeOf))]
  if (types.length !== 1 || types[0] === undefined) return types.length > 1 ? union(types) : {}
  if (types[0] === 'object' && depth < DEEPEST_DERIVED) return objectOf(there as Json[], depth + 1)
  if (types[0] === 'array' && depth < DEEPEST_DERIVED) {
    const items = valueOf((there as unknown[][]).flat(), depth + 1)
    return Object.keys(items).length ? { type: 'array', items } : { type: 'array' }
  }
  return { type: types[0] }
}

/** A number may be whole by chance, and null is a value that says nothing. */
function typeOf(value: unknown): string | undefined {
  if (value === null) return undefined
  return Array.isArray(value) ? 'array' : typeof value
}

const union = (types: (string | undefined)[]): PropertySchema => ({
  type: types.map((type) => type ?? 'null').sort(),
})

export type Parsed = { schema: PropertySchema } | { line?: number; column?: number; object: boolean }

/** A typed text as a schema, or where it stops being JSON. */
export function parsed(text: string): Parsed {
  if (text.trim() === '') return { schema: {} }
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? { schema: value as PropertySchema } : { object: false }
  } catch (failure) {
    return { ...placeIn(text, String(failure)), object: true }
  }
}

/** Browsers say the place as line and column, or as a position. */
function placeIn(text: string, message: string): { line?: number; column?: number } {
  const said = /line (\d+) column (\d+)/.exec(message)
  if (said) return { line: Number(said[1]), column: Number(said[2]) }
  const at = /position (\d+)/.exec(message)
  const before = at
    ? text.slice(0, Number(at[1]))
    : /end of (JSON|data|input)/i.test(message)
      ? text
      : undefined
  if (before === undefined) return {}
  const lines = before.split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}
