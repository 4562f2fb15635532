// `npm run build`: the wasm variants, the package (dist/) and the page (build/page/).
import { join } from 'node:path';
import { bundlePackage } from './bundle-package.mjs';
import { writeElementTypes } from './element-types.mjs';
import { checkSharedGlue, embedWasm } from './embed-wasm.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';

const env = await setUp(['modules', 'emscripten']);
const wasm = join('build', 'wasm');

await run('cmake', ['--preset', 'wasm', '--log-level=WARNING'], { env });
await run('cmake', ['--build', '--preset', 'wasm'], { env });
await checkSharedGlue(wasm);
await embedWasm(wasm, ['scalar', 'simd', 'threads']);

await bundlePackage();
await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json']);
await writeElementTypes();
await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
