// Builds what only the benchmarks need, into build/bench/: the limit for each variant and the plain
// JavaScript peer.
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../scripts/run.mjs';
import { setUp } from '../scripts/setup.mjs';

const OUT = join('build', 'bench');
const LIMIT = ['cpp/bench/limit_wasm.cpp', 'cpp/bench/limit.hpp'];
const PLAIN = 'web/elements/speed/plain.ts';

export async function buildBench() {
  if (!existsSync(join('build', 'wasm', 'simd.wasm')) || !existsSync(join('dist', 'index.js'))) {
    throw new Error('there is nothing to measure yet: npm run build');
  }
  await mkdir(OUT, { recursive: true });
  await limit('limit-simd.wasm', ['-msimd128']);
  await limit('limit-scalar.wasm', ['-fno-vectorize', '-fno-slp-vectorize']);
  await plain();
}

async function limit(name, flags) {
  const out = join(OUT, name);
  if (await isNewer(out, LIMIT)) return;
  const env = await setUp(['modules', 'emscripten']);
  const compiler = env.EMSCRIPTEN ? join(env.EMSCRIPTEN, 'em++') : 'em++';
  const options = ['-O3', '-std=c++20', '--no-entry', '-sSTRICT', '-sSTANDALONE_WASM'];
  const memory = ['-sALLOW_MEMORY_GROWTH', '-sMAXIMUM_MEMORY=4GB', '-Wl,--export=__heap_base'];
  await run(compiler, [LIMIT[0], ...options, ...flags, ...memory, '-o', out], { env });
}

async function plain() {
  const out = join(OUT, 'plain.js');
  if (await isNewer(out, [PLAIN])) return;
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ input: PLAIN });
  await bundle.write({ file: out });
  await bundle.close();
}

async function isNewer(file, sources) {
  if (!existsSync(file)) return false;
  const times = await Promise.all(
    [file, ...sources].map(async (path) => (await stat(path)).mtimeMs),
  );
  return times.every((time) => time <= times[0]);
}
