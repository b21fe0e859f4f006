import { onScopeDispose } from 'vue'

/** "mod+k" is Ctrl-K, or Command-K where there is such a key. */
export function matches(shortcut: string, event: KeyboardEvent): boolean {
  const keys = shortcut.split('+')
  const key = keys.at(-1)
  return (
    event.key.toLowerCase() === key &&
    (event.ctrlKey || event.metaKey) === keys.includes('mod') &&
    event.shiftKey === keys.includes('shift')
  )
}

/** True while the reader types into a field, where letters and Delete belong to the text. */
export function typing(event: Event): boolean {
  const target = event.target as HTMLElement | null
  return !!target?.closest('input, textarea, select, [contenteditable="true"]')
}

export function useShortcut(shortcut: string, run: (event: KeyboardEvent) => void): void {
  const listen = (event: KeyboardEvent) => {
    if (!matches(shortcut, event)) return
    event.preventDefault()
    run(event)
  }
  window.addEventListener('keydown', listen)
  onScopeDispose(() => window.removeEventListener('keydown', listen))
}
