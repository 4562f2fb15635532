// temporary first cut
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureEmscripten } from './setup/emscripten.mjs';
import { ensureXsimd } from './setup/xsimd.mjs';
const env = { ...(await ensureEmscripten()), GROUPWISE_XSIMD: await ensureXsimd() };
const closure = fileURLToPath(new URL('../node_modules/.bin/google-closure-compiler', import.meta.url));
if (existsSync(closure)) env.EM_CLOSURE_COMPILER = closure;
for (const [name, value] of Object.entries(env)) console.log(`export ${name}='${value}'`);
