/** Items from a JSON array, or from one JSON object a line; nothing when it is neither. */
export function readItems(text: string): Record<string, unknown>[] | undefined {
  const trimmed = text.trim()
  if (!trimmed) return undefined
  try {
    const values: unknown = trimmed.startsWith('[')
      ? JSON.parse(trimmed)
      : trimmed
          .split(/\r?\n/)
          .filter(Boolean)
          .map((line) => JSON.parse(line) as unknown)
    return Array.isArray(values) && values.every(isItem) ? values : undefined
  } catch {
    return undefined
  }
}

function isItem(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string'
}
