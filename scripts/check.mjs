// npm run check: types, lint and format of everything. What the build makes has types too: where it
// never ran, the wasm modules are built once.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { haveWasm } from './build.mjs';
import { clangFormat } from './clang-format.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const nodeScript = (path, ...args) =>
  run(process.execPath, [join('node_modules', path), ...args], { cwd: ROOT });

// Each with the globals that it may use: the library has no DOM, elements and page have no Node.
const ROOMS = ['.', 'web/lib', 'web/elements', 'web/page'];

const CHECKS = {
  'tsc --noEmit': async () => {
    await haveWasm();
    for (const room of ROOMS) await nodeScript('typescript/bin/tsc', '--noEmit', '-p', room);
  },
  'dependency-cruiser': () =>
    nodeScript(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'web',
      '--ignore-known',
    ),
  'biome check': () => nodeScript('@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  'clang-format': async () => {
    if (await clangFormat()) return;
    if (process.env.CI === 'true') throw new Error('clang-format 14 is needed here: install it');
    console.log('not checked: there is no clang-format 14 on this machine');
  },
};

await setUp(['modules']);
const failed = [];
for (const [name, check] of Object.entries(CHECKS)) {
  console.log(`\n=== ${name}`);
  try {
    await check();
  } catch (error) {
    console.error(error.message);
    failed.push(name);
  }
}
console.log(failed.length > 0 ? `\nFAILED: ${failed.join(', ')}` : '\nAll checks passed');
process.exitCode = failed.length > 0 ? 1 : 0;
