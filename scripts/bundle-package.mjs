// Bundles web/lib and web/elements into dist/: one entry a subpath of the package, and the files
// that workers load.
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';

// [output, source, target]. Each is one self-contained file, but for what `external` says.
const files = [
  ['index', 'web/lib/index.ts', 'browser'],
  ['worker', 'web/lib/worker/index.ts', 'browser'],
  ['quantizer-worker', 'web/lib/worker/entry.ts', 'browser'],
  ['threads', 'web/lib/core/threads.ts', 'browser'],
  ['node/index', 'web/lib/node/index.ts', 'node'],
  ['node/worker', 'web/lib/node/worker.ts', 'node'],
  ['node/quantizer-worker', 'web/lib/node/worker-entry.ts', 'node'],
  ['node/threads', 'web/lib/node/threads.ts', 'node'],
];

export async function bundlePackage() {
  // Imported here, not above: the packages may have been installed only now.
  const { rolldown } = await import('rolldown');
  const { replacePlugin } = await import('rolldown/plugins');
  await rm('dist', { recursive: true, force: true });

  for (const [name, source, platform] of files) {
    const bundle = await rolldown({
      input: { [name]: source },
      platform,
      external: /^node:/,
      transform: { target: 'es2022' },
      plugins: [sharedEntry(source), replacePlugin(unusedAssetUrls, { delimiters: ['', ''] })],
    });
    await bundle.write({
      dir: 'dist',
      entryFileNames: '[name].js',
      minify: true,
      sourcemap: true,
    });
    await bundle.close();
  }
}

// groupwise/worker uses the default entry beside it, so that the two have one GroupwiseError.
function sharedEntry(source) {
  const shared = ['index.ts', 'node/index.ts', 'errors.ts'].map((f) => resolve('web/lib', f));
  return {
    name: 'shared-entry',
    async resolveId(id, importer) {
      if (!source.endsWith('worker/index.ts') && !source.endsWith('node/worker.ts')) return null;
      const resolved = importer && (await this.resolve(id, importer, { skipSelf: true }));
      return shared.includes(resolved?.id) ? { id: './index.js', external: true } : null;
    },
  };
}

// Emscripten's glue names a .wasm beside it, for callers that do not hand it a compiled module. All
// of ours do, and a bundler that saw the URL would look for the file.
const unusedAssetUrls = Object.fromEntries(
  ['simd', 'threads'].map((name) => [
    `new URL("${name}.wasm",import.meta.url)`,
    'new URL("about:blank")',
  ]),
);
