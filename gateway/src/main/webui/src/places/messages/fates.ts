import type { DeliveryState } from '@/api/messages'
import type { Tone } from '@/parts/StateDot.vue'

export const fateTones: Record<DeliveryState, Tone> = {
  waiting: 'accent',
  sending: 'accent',
  sent: 'good',
  suppressed: 'warn',
  calledBack: 'none',
  failed: 'bad',
}
