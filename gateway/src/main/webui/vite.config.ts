import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import vuetify from 'vite-plugin-vuetify'

/** Where the gateway, or the mock of it, answers while developing. */
const gateway = process.env.ITINERA_GATEWAY ?? 'http://127.0.0.1:5190'

export default defineConfig({
  plugins: [vue(), vuetify({ autoImport: true })],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/login', '/logout', '/v1'].map((path) => [path, gateway])),
  },
  build: { target: 'es2022', reportCompressedSize: true },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    // A machine with other work is no reason to fail.
    testTimeout: 30_000,
    server: { deps: { inline: ['vuetify'] } },
  },
})
