import { computed, watchEffect } from 'vue'
import { IDENTIFY, useKnownProperties } from '@/stores/known'
import { useEventNames, usePlannedEvents } from '@/stores/lists'

/** The properties to choose from of an event; none of one that was neither seen nor planned. */
export function useOffered(event: () => string | undefined) {
  const seen = useEventNames()
  const planned = usePlannedEvents()
  const known = useKnownProperties()
  void seen.want()
  void planned.want()
  watchEffect(() => {
    const name = event()
    if (name === IDENTIFY) void known.wantMade()
    if (name && (seen.byId.has(name) || planned.byId.has(name))) void known.want(name)
  })
  return computed(() => known.of(event()))
}
