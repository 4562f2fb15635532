// Bundles web/lib and web/elements into dist/: one entry a subpath of the package, and the files
// that workers load.
import { rm } from 'node:fs/promises';

const browser = {
  index: 'web/lib/index.ts',
};
const alone = [
  ['threads', 'web/lib/core/threads.ts'],
];

export async function bundlePackage() {
  // Imported here, not above: the packages may have been installed only now.
  const { rolldown } = await import('rolldown');
  const { replacePlugin } = await import('rolldown/plugins');
  await rm('dist', { recursive: true, force: true });

  const write = async (input, dir, { platform = 'browser' } = {}) => {
    const bundle = await rolldown({
      input,
      platform,
      external: /^node:/,
      transform: { target: 'es2022' },
      plugins: [replacePlugin(unusedAssetUrls, { delimiters: ['', ''] })],
    });
    await bundle.write({
      dir,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      minify: true,
      sourcemap: true,
    });
    await bundle.close();
  };

  await write(browser, 'dist');
  for (const [name, path] of alone) await write({ [name]: path }, 'dist');
  await write({ index: 'web/lib/node/index.ts' }, 'dist/node', { platform: 'node' });
  await write({ threads: 'web/lib/node/threads.ts' }, 'dist/node', { platform: 'node' });
}

// Emscripten's glue names a .wasm beside it, for callers that do not hand it a compiled module. All
// of ours do, and a bundler that saw the URL would look for the file.
const unusedAssetUrls = Object.fromEntries(
  ['simd', 'threads'].map((name) => [
    `new URL("${name}.wasm",import.meta.url)`,
    'new URL("about:blank")',
  ]),
);
