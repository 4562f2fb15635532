// Bundles web/lib and web/elements into dist/: one entry a subpath of the package, and the files
// that workers load.
import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

// [output, source]. Each is one self-contained file, but for what `sharedEntries` says.
const browser = [
  ['index', 'web/lib/index.ts'],
  ['worker', 'web/lib/worker/index.ts'],
  ['quantizer-worker', 'web/lib/worker/entry.ts'],
  ['threads', 'web/lib/core/threads.ts'],
  ['elements', 'web/elements/register.ts'],
];
const node = [
  ['node/index', 'web/lib/node/index.ts'],
  ['node/worker', 'web/lib/node/worker.ts'],
  ['node/quantizer-worker', 'web/lib/node/worker-entry.ts'],
  ['node/threads', 'web/lib/node/threads.ts'],
];

// Sources that other entries use as the files beside them, so that nothing is there twice and there
// is one GroupwiseError.
const shared = {
  'web/lib/index.ts': './index.js',
  'web/lib/errors.ts': './index.js',
  'web/lib/node/index.ts': './index.js',
  'web/lib/worker/index.ts': './worker.js',
};
const sharing = ['worker', 'quantizer-worker', 'node/worker', 'elements'];

export async function bundlePackage() {
  // Imported here, not above: the packages may have been installed only now.
  const { rolldown } = await import('rolldown');
  const { replacePlugin } = await import('rolldown/plugins');
  const glue = replacePlugin(unusedAssetUrls, { delimiters: ['', ''] });
  await rm('dist', { recursive: true, force: true });

  async function bundle([name, source], { platform = 'browser', plugins = [], ...output } = {}) {
    const made = await rolldown({
      input: { [name]: source },
      platform,
      external: /^node:/,
      transform: { target: 'es2022' },
      plugins: [...plugins, glue],
    });
    const options = { dir: 'dist', minify: true, sourcemap: true, ...output };
    try {
      return await made.write({
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        ...options,
      });
    } finally {
      await made.close();
    }
  }

  await bundle(['worker', 'web/lib/worker/embedded-entry.ts'], {
    plugins: [wasmFromGlobal],
    dir: 'build/worker',
    sourcemap: false,
  }).then(({ output: [{ code }] }) => embedText('worker', code));

  for (const entry of browser) await bundle(entry, { plugins: sharedEntries(entry) });
  for (const entry of node)
    await bundle(entry, { platform: 'node', plugins: sharedEntries(entry) });
  // Everything in one file, for script tags.
  await bundle(['elements.bundle', 'web/elements/register.ts'], { codeSplitting: false });
}

function sharedEntries([name, source]) {
  if (!sharing.includes(name)) return [];
  const files = Object.entries(shared).filter(([file]) => file !== source);
  const outside = new Map(files.map(([file, id]) => [resolve(file), { id, external: true }]));
  return [
    {
      name: 'shared-entries',
      async resolveId(id, importer) {
        const found = importer && (await this.resolve(id, importer, { skipSelf: true }));
        return outside.get(found?.id) ?? null;
      },
    },
  ];
}

// The worker's text is put together with the wasm where it is used (web/lib/worker/embedded.ts).
const wasmFromGlobal = {
  name: 'wasm-from-global',
  resolveId: (id) => (id.startsWith('#core/embedded/') ? `\0${id}` : null),
  load(id) {
    const [, name] = id.match(/^\0#core\/embedded\/(\w+)\.mjs$/) ?? [];
    return name && `export default self.groupwiseWasm.${name};`;
  },
};

async function embedText(name, text) {
  await writeFile(`build/wasm/embedded/${name}.mjs`, `export default ${JSON.stringify(text)};\n`);
  await writeFile(
    `build/wasm/embedded/${name}.d.mts`,
    'declare const text: string;\nexport default text;\n',
  );
}

// Emscripten's glue names a .wasm beside it, for callers that do not hand it a compiled module. All
// of ours do, and a bundler that saw the URL would look for the file.
const unusedAssetUrls = Object.fromEntries(
  ['simd', 'threads'].map((name) => [
    `new URL("${name}.wasm",import.meta.url)`,
    'new URL("about:blank")',
  ]),
);
