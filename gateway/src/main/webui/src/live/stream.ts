import { onScopeDispose, ref, watch, type Ref } from 'vue'

export type StreamState = 'connecting' | 'open' | 'lost'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/** Follows an event stream while the component lives; comes back by itself when it breaks. */
export function useStream<T>(address: () => string | undefined, take: (item: T) => void): Ref<StreamState> {
  const state = ref<StreamState>('connecting')
  let source: EventSource | undefined
  let timer: number | undefined
  let pauseMs = FIRST_PAUSE_MS

  function close(): void {
    source?.close()
    source = undefined
    window.clearTimeout(timer)
  }

  function open(): void {
    close()
    const url = address()
    if (!url || typeof EventSource === 'undefined') return
    source = new EventSource(url)
    source.onopen = () => {
      state.value = 'open'
      pauseMs = FIRST_PAUSE_MS
    }
    source.onmessage = (message: MessageEvent<string>) => take(JSON.parse(message.data) as T)
    source.onerror = () => {
      state.value = 'lost'
      close()
      timer = window.setTimeout(open, pauseMs)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    }
  }

  watch(address, open, { immediate: true })
  onScopeDispose(close)
  return state
}
