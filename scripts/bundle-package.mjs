// Bundles web/lib and web/elements into dist/: one entry a subpath of the package, and the files
// that workers load.
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { licencesOf } from './third-party.mjs';

// [output, source]. Each is one self-contained file, but for what `sharedEntries` says.
const browser = [
  ['index', 'web/lib/index.ts'],
  ['worker', 'web/lib/worker/index.ts'],
  ['quantizer-worker', 'web/lib/worker/entry.ts'],
  ['files', 'web/lib/files/index.ts'],
  ['options', 'web/lib/options/index.ts'],
  ['scalar', 'web/lib/wasm/scalar-wasm.ts'],
  ['threads', 'web/lib/wasm/threads.ts'],
  ['embedded', 'web/lib/worker/embedded.ts'],
  ['elements', 'web/elements/register.ts'],
  ['tensor-worker', 'web/elements/tensors/tensor-worker.ts'],
];
const node = [
  ['node/index', 'web/lib/node/index.ts'],
  ['node/worker', 'web/lib/node/worker.ts'],
  ['node/quantizer-worker', 'web/lib/node/worker-entry.ts'],
  ['node/threads', 'web/lib/node/threads.ts'],
];

// Sources that other entries use as the files beside them, so that nothing is there twice and there
// is one GroupwiseError. The quantizer's worker finds all it needs in the default entry.
const shared = {
  'web/lib/index.ts': './index.js',
  'web/lib/errors/error.ts': './index.js',
  'web/lib/node/index.ts': './index.js',
  'web/lib/worker/index.ts': './worker.js',
  'web/lib/files/index.ts': './files.js',
  'web/lib/options/index.ts': './options.js',
  'web/lib/worker/embedded.ts': './embedded.js',
};
const selfContained = ['threads', 'embedded', 'scalar'];
// Nearly so: what they need of the others comes when it is asked for.
const alone = {
  index: { 'web/lib/wasm/scalar-wasm.ts': './scalar.js' },
  'node/index': { 'web/lib/wasm/scalar-wasm.ts': '../scalar.js' },
  'node/quantizer-worker': { 'web/lib/wasm/scalar-wasm.ts': '../scalar.js' },
};

// The package's own names lead to its sources, and the tensor worker to the one that is packaged.
const conditionNames = ['groupwise-source', 'groupwise-packaged', 'import', 'default'];

/** @param folder where the bundles go */
export async function bundlePackage(folder = 'dist') {
  // Imported here, not above: the packages may have been installed only now.
  const { rolldown } = await import('rolldown');
  const { replacePlugin } = await import('rolldown/plugins');
  const glue = replacePlugin(unusedAssetUrls, { delimiters: ['', ''] });
  await rm(folder, { recursive: true, force: true });

  async function bundle([name, source], { platform = 'browser', plugins = [], ...output } = {}) {
    const made = await rolldown({
      input: { [name]: source },
      platform,
      resolve: { conditionNames },
      external: /^node:/,
      transform: { target: 'es2022' },
      plugins: [...plugins, withoutIndentation, glue],
      checks: { pluginTimings: false },
    });
    const names = { entryFileNames: '[name].js', chunkFileNames: 'elements-[name].js' };
    try {
      return await made.write({ dir: folder, minify: true, sourcemap: true, ...names, ...output });
    } finally {
      await made.close();
    }
  }

  // Workers as text; what is embedded in them is put in front of it where it is used.
  async function embed(entry) {
    const [name] = entry;
    const options = { plugins: [embeddedFromGlobal], dir: 'build/worker', codeSplitting: false };
    const { output } = await bundle(entry, { ...options, sourcemap: false });
    await embedText(name, output[0].code);
  }

  await embed(['worker', 'web/lib/worker/embedded-entry.ts']);
  await embed(['tensor-worker', 'web/elements/tensors/tensor-worker.ts']);
  for (const entry of browser) await bundle(entry, { plugins: sharedEntries(entry) });
  for (const entry of node) {
    await bundle(entry, { platform: 'node', plugins: sharedEntries(entry) });
  }
  // Everything in one file, for script tags.
  const { output } = await bundle(['elements.bundle', 'web/elements/register.ts'], {
    codeSplitting: false,
  });
  await writeFile(join(folder, 'third-party.txt'), await licencesOf(output[0].moduleIds));
}

// Templates of HTML and CSS keep their lines but not their indentation: 2 kB gzipped.
const withoutIndentation = {
  name: 'without-indentation',
  transform: (code, id) =>
    id.startsWith(resolve('web/elements'))
      ? { code: code.replace(/\n[ \t]+/g, '\n'), map: null }
      : null,
};

function sharedEntries([name, source]) {
  if (selfContained.includes(name)) return [];
  const files = Object.entries(alone[name] ?? shared).filter(([file]) => file !== source);
  const outside = new Map(files.map(([file, id]) => [resolve(file), { id, external: true }]));
  return [
    {
      name: 'shared-entries',
      async resolveId(id, importer) {
        if (!/\.ts$|^groupwise/.test(id)) return null;
        const found = importer && (await this.resolve(id, importer, { skipSelf: true }));
        return outside.get(found?.id) ?? null;
      },
    },
  ];
}

const embeddedFromGlobal = {
  name: 'embedded-from-global',
  resolveId: (id) => (id.startsWith('#core/embedded/') ? `\0${id}` : null),
  load(id) {
    const [, name] = id.match(/^\0#core\/embedded\/(\w+)\.mjs$/) ?? [];
    return name && `export default self.groupwiseEmbedded.${name};`;
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
