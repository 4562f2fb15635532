// `npm run build`: the wasm variants, the package (dist/) and the page (build/page/).
import { fileURLToPath } from 'node:url';
import { bundlePackage } from './bundle-package.mjs';
import { writeElementTypes } from './element-types.mjs';
import { checkSharedGlue, embedWasm } from './embed-wasm.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';
import { isUpToDate } from './up-to-date.mjs';

const WASM = 'build/wasm';
const VARIANTS = ['scalar', 'simd', 'threads'];

// What each part is made from, and a file that is written when it is done.
const CORE = ['cpp/include', 'cpp/src', 'cpp/bindings', 'cmake', 'CMakeLists.txt'];
const LIBRARY = ['web/lib', 'web/elements', 'scripts/bundle-package.mjs', 'package.json'];
const PAGE = ['web/page', 'index.html', 'vite.config.ts'];
const WASM_DONE = `${WASM}/embedded/threads.mjs`;
const PACKAGE_DONE = 'dist/third-party.txt';
const PAGE_DONE = 'build/page/index.html';

const node = (script, ...args) => run(process.execPath, [`node_modules/${script}`, ...args]);

export async function buildWasm() {
  const env = await setUp(['modules', 'emscripten']);
  await run('cmake', ['--preset', 'wasm', '--log-level=WARNING'], { env });
  await run('cmake', ['--build', '--preset', 'wasm'], { env });
  await checkSharedGlue(WASM);
  await embedWasm(WASM, VARIANTS);
}

async function buildTypes() {
  await node('typescript/bin/tsc', '-p', 'tsconfig.package.json');
  await writeElementTypes();
}

export const buildPage = () => node('vite/bin/vite.js', 'build', '--logLevel', 'warn');

/** Makes what is missing or older than its sources, without the types: enough to run tests. */
export async function bringUpToDate({ page = false } = {}) {
  if (!isUpToDate(WASM_DONE, CORE)) await buildWasm();
  if (!isUpToDate(PACKAGE_DONE, [...LIBRARY, WASM_DONE])) await bundlePackage();
  if (page && !isUpToDate(PAGE_DONE, [...PAGE, PACKAGE_DONE])) await buildPage();
}

/** Makes the wasm modules if there are none: type-checking and the dev server need them. */
export async function haveWasm() {
  if (isUpToDate(WASM_DONE, [])) return;
  console.log('The wasm modules are missing: they are built once.');
  await buildWasm();
  await bundlePackage();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildWasm();
  await bundlePackage();
  await buildTypes();
  await buildPage();
}
