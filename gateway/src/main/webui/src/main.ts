import 'vuetify/styles'
import './styles/tokens.css'
import './styles/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n, preferred, speak } from './i18n'
import { router } from './router'
import { vuetify } from './theme'

await speak(preferred(localStorage.getItem('itinera.language'), navigator.languages))
createApp(App).use(createPinia()).use(i18n).use(router).use(vuetify).mount('#app')
