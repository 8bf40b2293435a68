import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the desk into `web/dist`: `vite build web`. */
export default defineConfig({
  plugins: [react()],
  // Relative addresses: the desk also works when the hub stands under a path of a reverse proxy.
  base: './',
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // Nothing becomes a data: URL, so that the page's content security policy need not allow them.
    assetsInlineLimit: 0,
    // Monaco, the editor inside GraphiQL, is one large chunk; it is served from the hub itself and cached.
    chunkSizeWarningLimit: 5000,
    reportCompressedSize: false,
    // GraphiQL's packages carry compiler directives that mean nothing in a bundle; without this each prints a warning.
    rolldownOptions: {
      input: ['index.html', 'signedIn.html'].map((page) => fileURLToPath(new URL(page, import.meta.url))),
      checks: { moduleLevelDirective: false },
    },
  },
})
