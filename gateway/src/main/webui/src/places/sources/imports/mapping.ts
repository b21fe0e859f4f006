import type { CsvField, CsvMapping } from '@/api/imports'

/** Places of an event that a column often goes to; any inside properties., traits. or context. may be typed. */
export const targets = [
  'userId',
  'anonymousId',
  'event',
  'timestamp',
  'messageId',
  'type',
  'traits.email',
  'traits.name',
  'properties.',
  'traits.',
  'context.',
]

/** What every row's event is called: one name for all, or what a column says. */
export interface EventName {
  value?: string
  column?: string
}

export const fieldFor = (mapping: CsvMapping, column: string): CsvField | undefined =>
  mapping.fields.find((field) => field.column === column)

export function eventOf({ fields }: CsvMapping): EventName {
  const found = fields.find(({ to }) => to === 'event')
  return { value: found?.value, column: found?.column }
}

/** The column goes there and nowhere else; without a field it is left out. */
export function withField(mapping: CsvMapping, column: string, field: CsvField | undefined): CsvMapping {
  const at = mapping.fields.findIndex((each) => each.column === column)
  const fields = mapping.fields.filter((each) => each.column !== column && each.to !== field?.to)
  if (!field) return { ...mapping, fields }
  const place = at < 0 ? fields.length : Math.min(at, fields.length)
  return { ...mapping, fields: [...fields.slice(0, place), field, ...fields.slice(place)] }
}

/** One name for every row; a column that said it becomes a property no more. */
export function withEvent(mapping: CsvMapping, { value }: EventName): CsvMapping {
  const others = mapping.fields.filter(({ to }) => to !== 'event')
  const named: CsvField[] = value ? [{ to: 'event', value }] : []
  const [type, ...rest] = others
  return { ...mapping, fields: type ? [type, ...named, ...rest] : named }
}

/** What the mapping still lacks before a file can be tried. */
export function lacking(mapping: CsvMapping): ('event' | 'who')[] {
  const has = (to: string) => mapping.fields.some((field) => field.to === to)
  const tracks = mapping.fields.some(({ to, value }) => to === 'type' && value === 'track')
  return [
    ...(tracks && !has('event') ? (['event'] as const) : []),
    ...(has('userId') || has('anonymousId') ? [] : (['who'] as const)),
  ]
}
