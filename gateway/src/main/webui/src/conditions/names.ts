import { useJourneys, useSegments, useTemplates } from '@/stores/lists'

const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g

/** Puts the names that people gave in the place of ids: the server's words know ids alone. */
export function useNamedWords() {
  const stores = [useSegments(), useJourneys(), useTemplates()]
  return (words: string): string => {
    if (words.search(ID) < 0) return words
    for (const store of stores) void store.want()
    return words.replace(ID, (id) => stores.map((store) => store.byId.get(id)?.name).find(Boolean) ?? id)
  }
}
