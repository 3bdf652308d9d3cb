import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/**
 * The form library names a second validator for its own tests; the bundle
 * never runs that code, so an empty module stands in for it.
 */
const noTestValidator: Plugin = {
  name: 'no-test-validator',
  resolveId: (id) => (id === '@rjsf/validator-ajv8' ? '\0none' : null),
  load: (id) => (id === '\0none' ? 'export default {}' : null),
}

// The only place that may export by default: Vite asks for it.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), noTestValidator],
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16'],
    // The pages' policy allows no inline script and no data: font.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
