// Compares the native build of the ggml formats with ggml itself, over many more weights than are
// kept here: node compare.mjs [--weights 1e7] [formats]
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from '../../../scripts/run.mjs';
import { buildWithGgml } from './oracle.mjs';

const SOURCES = new URL('../../../cpp/src/', import.meta.url);
const FORMATS = new URL('formats/ggml/', SOURCES);

const { values, positionals } = parseArgs({
  options: { weights: { type: 'string', default: '1e7' } },
  allowPositionals: true,
});
const sources = readdirSync(FORMATS)
  .filter((name) => name.endsWith('.cpp'))
  .map((name) => fileURLToPath(new URL(name, FORMATS)));
const [loader, ...words] = await buildWithGgml('compare.cpp', [
  '-ffp-contract=off',
  `-I${fileURLToPath(SOURCES)}`,
  ...sources,
]);
await run(loader, [...words, values.weights, ...positionals], {
  // ggml prints each block that it refuses.
  stdio: ['inherit', 'inherit', 'ignore'],
});
