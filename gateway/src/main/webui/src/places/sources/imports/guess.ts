import type { CellType, CsvField, CsvMapping, Format, Preset } from '@/api/imports'

/** What a file seems to be, from its first bytes. */
export interface Guess {
  format: Format
  preset?: Preset
  columns: string[]
  /** The first rows of a CSV file, as texts. */
  rows: string[][]
  separator: string
}

const SEPARATORS = [',', ';', '\t', '|']
const MOST_ROWS = 50

export function guessed(name: string, text: string): Guess {
  const clean = text.replace(/^\uFEFF/, '')
  const firstLine = clean.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
  const none = { columns: [], rows: [], separator: ',' }
  if (firstLine.trimStart().startsWith('{')) return { format: 'ndjson', preset: presetOf(firstLine), ...none }
  if (/\.(ndjson|jsonl|json)$/i.test(name)) return { format: 'ndjson', preset: 'segment', ...none }
  const separator = separatorOf(firstLine)
  const [columns = [], ...rows] = cells(clean, separator)
  return { format: 'csv', columns, rows: rows.slice(0, MOST_ROWS), separator }
}

function presetOf(line: string): Preset {
  try {
    const row = JSON.parse(line) as Record<string, unknown>
    return 'event_name' in row && 'event_timestamp' in row ? 'ga4-export' : 'segment'
  } catch {
    return 'segment'
  }
}

function separatorOf(line: string): string {
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!
}

/** The rows of a CSV text that may be cut at its end; quoted cells may hold separators and line breaks. */
export function cells(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length && rows.length <= MOST_ROWS; at++) {
    const sign = text[at]!
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[++at]
    else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === separator) {
      row.push(cell)
      cell = ''
    } else if (!quoted && sign === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += sign
  }
  if (row.length > 0 || (cell !== '' && rows.length === 0)) rows.push([...row, cell])
  return rows.filter((each) => each.length > 1 || each[0] !== '')
}

const NAMED: [RegExp, string][] = [
  [/^(user|customer|member|client)[ _-]?(id|no|number)?$/i, 'userId'],
  [/^(anonymous|device|visitor)[ _-]?id$/i, 'anonymousId'],
  [/^(event|event[ _-]?name|action)$/i, 'event'],
  [
    /^(time|timestamp|date|datetime|ordered|created|occurred|happened)([ _-]?(at|on|time|date))?$/i,
    'timestamp',
  ],
  [/^(event|order|date)[ _-]?(time|date|timestamp)$/i, 'timestamp'],
  [/^(message|event)[ _-]?id$/i, 'messageId'],
  [/^e-?mail([ _-]?address)?$/i, 'traits.email'],
]

/** Where a column probably goes: a name that an event has, else a property of the same name. */
export function targetOf(column: string): string {
  const name = column.trim()
  return NAMED.find(([pattern]) => pattern.test(name))?.[1] ?? `properties.${propertyName(name)}`
}

const propertyName = (column: string) =>
  column.trim().replace(/\./g, '_').replace(/\s+/g, '_').toLowerCase() || 'column'

/** What a column's texts probably are; dates are read as texts unless they go to the timestamp. */
export function typeOf(to: string, texts: string[]): { type: CellType; format?: string } {
  const there = texts.map((text) => text.trim()).filter((text) => text !== '')
  if (to === 'timestamp') return { type: 'time', format: timeFormat(there) }
  if (!/^(properties|traits|context)\./.test(to) || there.length === 0) return { type: 'text' }
  if (there.every((text) => /^-?(0|[1-9]\d*)([.,]\d+)?$/.test(text))) return { type: 'number' }
  if (there.every((text) => /^(true|false|yes|no)$/i.test(text))) return { type: 'flag' }
  if (there.every((text) => /^[[{]/.test(text))) return { type: 'json' }
  return { type: 'text' }
}

/** How times are written, where it can be told; nothing for ISO-8601. */
export function timeFormat(texts: string[]): string | undefined {
  const every = (pattern: RegExp) => texts.length > 0 && texts.every((text) => pattern.test(text))
  if (every(/^\d{10}$/)) return 'epoch-seconds'
  if (every(/^\d{13}$/)) return 'epoch-millis'
  if (every(/^\d{16}$/)) return 'epoch-micros'
  if (every(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)) return 'yyyy-MM-dd HH:mm:ss'
  if (every(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)) return 'yyyy-MM-dd HH:mm'
  if (every(/^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}$/)) return 'yyyy/MM/dd HH:mm:ss'
  if (every(/^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}$/)) return 'yyyy/MM/dd HH:mm'
  if (every(/^\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}$/)) return 'dd.MM.yyyy HH:mm'
  return undefined
}

/** A mapping to begin with; each place is used once, a second column for it becomes a property. */
export function mappingOf({ columns, rows, separator }: Guess, zone: string): CsvMapping {
  const used = new Set<string>()
  const place = (column: string): string => {
    const wanted = targetOf(column)
    const free = used.has(wanted) ? `properties.${propertyName(column)}` : wanted
    used.add(free)
    return free
  }
  const fields = columns
    .filter((column, at) => column.trim() !== '' && columns.indexOf(column) === at)
    .map((column): CsvField => {
      const to = place(column)
      const texts = rows.map((row) => row[columns.indexOf(column)] ?? '')
      return { to, column, ...typeOf(to, texts) }
    })
  const numbers = fields.filter(({ type }) => type === 'number').map(({ column }) => columns.indexOf(column!))
  const comma = numbers.some((at) => rows.some((row) => (row[at] ?? '').includes(',')))
  return { separator, decimal: comma ? ',' : '.', zone, fields: [{ to: 'type', value: 'track' }, ...fields] }
}
