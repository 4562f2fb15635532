import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: {
    outDir: 'build/page',
    emptyOutDir: true,
    assetsInlineLimit: (path) => (path.endsWith('.wasm') ? false : undefined),
  },
  worker: { format: 'es' },
});
