import { defineStore } from 'pinia'
import { ref } from 'vue'

/** One short sentence at the foot of the page about what was just done. */
export const useNotices = defineStore('notices', () => {
  const text = ref('')
  const shown = ref(false)

  function say(sentence: string): void {
    text.value = sentence
    shown.value = true
  }

  return { text, shown, say }
})
