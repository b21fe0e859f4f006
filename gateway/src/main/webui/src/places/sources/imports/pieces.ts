/** A part of a file, uncompressed: where it begins, its bytes, and how much of the file is read with it. */
export interface Piece {
  at: number
  bytes: Blob
  share: number
}

/** As much is sent at once: large enough to be quick, small enough to be sent again. */
export const PIECE_BYTES = 4 * 1024 * 1024

export const isGzip = (file: File): boolean => /\.gz$/i.test(file.name) || file.type === 'application/gzip'

/** The file's name without the sign that it is compressed. */
export const plainName = (name: string): string => name.replace(/\.gz$/i, '')

/** The file from an offset on, in pieces; what is compressed is not kept in memory beyond a piece. */
export function pieces(file: File, from: number, size = PIECE_BYTES): AsyncGenerator<Piece> {
  return isGzip(file) ? unzipped(file, from, size) : plain(file, from, size)
}

/** The file's first bytes, uncompressed. */
export async function beginning(file: File, bytes: number): Promise<Blob> {
  if (!isGzip(file)) return file.slice(0, bytes)
  const first = await unzipped(file, 0, bytes).next()
  return first.done ? new Blob([]) : first.value.bytes
}

async function* plain(file: File, from: number, size: number): AsyncGenerator<Piece> {
  for (let at = from; at < file.size; at += size) {
    const end = Math.min(at + size, file.size)
    yield { at, bytes: file.slice(at, end), share: end / file.size }
  }
}

async function* unzipped(file: File, from: number, size: number): AsyncGenerator<Piece> {
  let read = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, onward) {
      read += chunk.byteLength
      onward.enqueue(chunk)
    },
  })
  const reader = file
    .stream()
    .pipeThrough(counted)
    .pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>)
    .getReader()
  let parts: Uint8Array<ArrayBuffer>[] = []
  let held = 0
  let at = 0
  const take = (): Piece => {
    const bytes = new Blob(parts)
    const piece = { at, bytes, share: Math.min(1, read / file.size) }
    at += held
    parts = []
    held = 0
    return piece
  }
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      let rest = value as Uint8Array<ArrayBuffer>
      const passedOver = Math.min(rest.byteLength, Math.max(0, from - at))
      at += passedOver
      rest = rest.subarray(passedOver)
      while (held + rest.byteLength >= size) {
        parts.push(rest.subarray(0, size - held))
        rest = rest.subarray(size - held)
        held = size
        yield take()
      }
      if (rest.byteLength > 0) parts.push(rest)
      held += rest.byteLength
    }
    if (held > 0) yield take()
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
