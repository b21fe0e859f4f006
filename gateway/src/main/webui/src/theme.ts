import { createVuetify } from 'vuetify'
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg'

const field = { variant: 'outlined', density: 'compact', hideDetails: 'auto', color: 'primary' } as const

export const vuetify = createVuetify({
  icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
  theme: {
    defaultTheme: 'light',
    themes: {
      light: {
        dark: false,
        colors: {
          background: '#fafafa',
          surface: '#ffffff',
          primary: '#4450d4',
          'on-primary': '#ffffff',
          error: '#bb2339',
          warning: '#8f5d00',
          success: '#177a4b',
          info: '#04718c',
        },
      },
      dark: {
        dark: true,
        colors: {
          background: '#121215',
          surface: '#1a1a1f',
          primary: '#a3adff',
          'on-primary': '#14163a',
          error: '#ff8f98',
          warning: '#e3ae48',
          success: '#5cc791',
          info: '#58bfdb',
        },
      },
    },
  },
  defaults: {
    VBtn: { variant: 'flat', rounded: 'md', ripple: false },
    VTextField: field,
    VTextarea: field,
    VSelect: field,
    VAutocomplete: field,
    VCombobox: field,
    VSwitch: { color: 'primary', density: 'compact', hideDetails: true, inset: true },
    VCard: { flat: true, border: true },
    VDialog: { maxWidth: 560, transition: 'fade-transition' },
    VMenu: { transition: 'fade-transition' },
    VList: { density: 'compact' },
    VTooltip: { openDelay: 300, transition: 'fade-transition' },
    VTabs: { color: 'primary', density: 'compact' },
  },
})
