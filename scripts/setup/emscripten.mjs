// Finds an Emscripten that is new enough, or fetches one.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildEmscriptenLibraries } from '../debian/emscripten-libraries.mjs';
import { isDebianLike } from '../debian/packages.mjs';
import { debianWasmToolchain } from '../debian/wasm-toolchain.mjs';
import { capture, findProgram } from '../run.mjs';
import { report } from './progress.mjs';

const OLDEST = 4;

/** @returns the environment to build with: EMSCRIPTEN, and where needed EM_CONFIG. */
export async function ensureEmscripten() {
  const found = (await fromEmsdk()) ?? (await fromPath());
  if (found) return found;
  if (!isDebianLike()) throw new Error(advice);
  const folder = await debianWasmToolchain().catch((error) => {
    throw new Error(`Emscripten could not be fetched from Debian: ${error.message}\n${advice}`);
  });
  const environment = {
    EMSCRIPTEN: join(folder, 'root/usr/share/emscripten'),
    EM_CONFIG: join(folder, '.emscripten'),
  };
  await buildEmscriptenLibraries(environment, folder);
  return environment;
}

const advice = `Emscripten ${OLDEST}.0 or newer is needed. Install emsdk \
(emscripten.org, "Download and install"), run its emsdk_env.sh, then try again.`;

async function fromEmsdk() {
  if (!process.env.EMSDK) return undefined;
  const folder = join(process.env.EMSDK, 'upstream/emscripten');
  if (!(await isNewEnough(join(folder, 'emcc')))) return undefined;
  const config = join(process.env.EMSDK, '.emscripten');
  return { EMSCRIPTEN: folder, ...(existsSync(config) && { EM_CONFIG: config }) };
}

async function fromPath() {
  const emcc = findProgram('emcc');
  if (!emcc || !(await isNewEnough(emcc))) return undefined;
  return { EMSCRIPTEN: dirname(realpathSync(emcc)) };
}

// The first line reads: emcc (Emscripten gcc/clang-like replacement ...) 4.0.10 (...)
async function isNewEnough(emcc) {
  const text = await capture(emcc, ['--version']).catch(() => '');
  const [, version, major] = text.match(/^emcc .*?\s((\d+)\.\d+\.\d+)/m) ?? [];
  if (Number(major) >= OLDEST) return true;
  report(`${emcc} is not used: ${version ? `version ${version} is too old` : 'it does not run'}`);
  return false;
}
