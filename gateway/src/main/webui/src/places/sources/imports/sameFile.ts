import { plainName } from './pieces'
import type { Fingerprint } from './uploads'

/** Whether a file is likely the one that an import began with; a shorter one than was read is not. */
export function sameFile(
  file: Fingerprint,
  remembered: Fingerprint | undefined,
  begun: { name: string; bytes: number },
): boolean {
  if (remembered)
    return (
      file.name === remembered.name && file.size === remembered.size && file.modified === remembered.modified
    )
  const compressed = file.name !== plainName(file.name)
  return plainName(file.name) === begun.name && (compressed || file.size >= begun.bytes)
}
