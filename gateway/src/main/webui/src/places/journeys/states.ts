import type { JourneyState } from '@/api/journeys'
import type { Tone } from '@/parts/StateDot.vue'

export const journeyTones: Record<JourneyState, Tone> = {
  draft: 'none',
  live: 'good',
  closed: 'warn',
  ended: 'none',
}
