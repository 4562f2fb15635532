import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The package can make its worker from text where a bundler left the file behind. The page has the file. */
function noSpareWorker(): Plugin {
  const shipped = here('dist/embedded.js');
  return {
    name: 'no-spare-worker',
    load: (id) =>
      id === shipped
        ? 'export function embeddedWorkerUrl() { throw new Error("the worker’s file is missing"); }'
        : null,
  };
}

/** The file that the page's “Embed” names in its tags: all elements in one module, beside the page. */
function elementsBundle(): Plugin {
  return {
    name: 'elements-bundle',
    apply: 'build',
    async generateBundle() {
      const code = await readFile(here('dist/elements.bundle.js'), 'utf8');
      const source = code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
      this.emitFile({ type: 'asset', fileName: 'elements.bundle.js', source });
    },
  };
}

// The built page runs the package as it is shipped; while it is worked on, the sources.
export default defineConfig(({ command }) => ({
  base: './',
  resolve: {
    conditions: [...(command === 'serve' ? ['groupwise-source'] : []), ...defaultClientConditions],
  },
  plugins: [noSpareWorker(), elementsBundle()],
  worker: { format: 'es', plugins: () => [noSpareWorker()] },
  build: {
    outDir: 'build/page',
    emptyOutDir: true,
    // Those that know light-dark(): what stands in for it does not follow a page's own choice of colours.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: (path) => (/\.(?:wasm|js)$/.test(path) ? false : undefined),
  },
}));
