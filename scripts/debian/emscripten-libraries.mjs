// Emscripten from Debian's packages compiles its system libraries when they are first linked, over
// a minute in all. Done here, once, it shows progress; inside the build it would look like a hang.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../run.mjs';
import { timed, watched } from '../setup/progress.mjs';

// The two flavours our variants link: without threads (scalar, simd) and with.
const FLAVOURS = [[], ['-pthread']];

const SOURCE = `#include <emscripten/bind.h>
#include <vector>
float sum(const std::vector<float>& values) { return values.empty() ? 0.0f : values.front(); }
EMSCRIPTEN_BINDINGS(warm_up) { emscripten::register_vector<float>("Vector"); emscripten::function("sum", &sum); }
`;

/** Links a small program in each flavour. `environment` is that of ensureEmscripten(). */
export async function buildEmscriptenLibraries(environment, folder) {
  const done = join(folder, 'cache/groupwise-libraries');
  if (existsSync(done)) return;
  const scratch = join(folder, 'warm-up');
  mkdirSync(scratch, { recursive: true });
  writeFileSync(join(scratch, 'warm-up.cpp'), SOURCE);
  await timed("Building Emscripten's system libraries, once", () =>
    watched(
      async () => {
        for (const flags of FLAVOURS) await link(flags, environment, scratch);
      },
      () => `${libraryCount(folder)} libraries built`,
    ),
  );
  rmSync(scratch, { recursive: true });
  writeFileSync(done, '');
}

function link(flags, environment, cwd) {
  const options = ['-O3', '-std=c++20', '-lembind', '-sMODULARIZE', '-sEXPORT_ES6', ...flags];
  return capture(
    join(environment.EMSCRIPTEN, 'em++'),
    [...options, '-sALLOW_MEMORY_GROWTH', 'warm-up.cpp', '-o', 'warm-up.mjs'],
    { cwd, env: environment },
  );
}

function libraryCount(folder) {
  const libraries = join(folder, 'cache/sysroot/lib/wasm32-emscripten');
  if (!existsSync(libraries)) return 0;
  return readdirSync(libraries).filter((name) => name.endsWith('.a')).length;
}
