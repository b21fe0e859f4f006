/** Which client sent an event, told from how it was sent; nothing when it does not say. */
export function clientOf(event: unknown): string | undefined {
  if (!isObject(event)) return undefined
  const library = isObject(event.context) ? event.context.library : undefined
  if (isObject(library) && typeof library.name === 'string')
    return [library.name, library.version].filter((part) => typeof part === 'string').join(' ')
  if (typeof event.specversion === 'string') return 'CloudEvents'
  const properties = isObject(event.properties) ? event.properties : {}
  const lib = properties.$lib ?? event.$lib
  if (typeof lib === 'string') return [lib, properties.$lib_version].filter(Boolean).join(' ')
  if (isObject(event.params) || 'client_id' in event) return 'Google Analytics 4'
  return undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
