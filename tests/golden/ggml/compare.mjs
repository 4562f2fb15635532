// Compares the native build of the ggml formats with ggml itself, over many more weights than are
// kept here: node compare.mjs [--weights 1e7] [formats]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from '../../../scripts/run.mjs';
import { setUp } from '../../../scripts/setup.mjs';
import { buildWithGgml } from './oracle.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const { values, positionals } = parseArgs({
  options: { weights: { type: 'string', default: '1e7' } },
  allowPositionals: true,
});
const env = await setUp(['xsimd']);
const quiet = { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] };
await run('cmake', ['--preset', 'native', '-DBUILD_TESTING=OFF'], quiet);
await run('cmake', ['--build', '--preset', 'native', '--target', 'groupwise'], quiet);
const [loader, ...words] = await buildWithGgml('compare.cpp', [
  `-I${ROOT}/cpp/src`,
  `-I${ROOT}/cpp/include`,
  `${ROOT}/build/native/libgroupwise.a`,
]);
await run(loader, [...words, values.weights, ...positionals], {
  // ggml prints each block that it refuses.
  stdio: ['inherit', 'inherit', 'ignore'],
});
