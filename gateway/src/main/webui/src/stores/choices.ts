import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

export type Look = 'light' | 'dark' | 'system'

/** What this reader chose on this device: the look and whether the navigation is folded. */
export const useChoices = defineStore('choices', () => {
  const look = ref<Look>((localStorage.getItem('itinera.look') as Look | null) ?? 'system')
  const folded = ref(localStorage.getItem('itinera.folded') === 'yes')

  watch(look, (value) => localStorage.setItem('itinera.look', value))
  watch(folded, (value) => localStorage.setItem('itinera.folded', value ? 'yes' : 'no'))
  return { look, folded }
})
