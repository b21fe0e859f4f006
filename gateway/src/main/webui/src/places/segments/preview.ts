import type { Ref } from 'vue'
import type { Condition } from '@/api/condition'
import { previewSegment } from '@/api/segments'
import { complete } from '@/conditions/tree'
import { useLater } from '@/live/later'

/** Who would be in a segment with this condition, a moment after it last changed. */
export const usePreview = (condition: Ref<Condition>) =>
  useLater((signal) => previewSegment(condition.value, signal), [condition], {
    quietMs: 500,
    worth: () => complete(condition.value),
  })
