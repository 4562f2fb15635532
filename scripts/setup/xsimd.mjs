// Finds xsimd's headers, or fetches them.
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isDebianLike } from '../debian/packages.mjs';
import { debianWasmToolchain } from '../debian/wasm-toolchain.mjs';
import { cacheFolder } from './cache.mjs';

const OLDEST = 13;
const SYSTEM_FOLDERS = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];

/** @returns an include folder that holds xsimd and nothing else. */
export async function ensureXsimd() {
  const given = process.env.GROUPWISE_XSIMD;
  if (given && existsSync(join(given, 'xsimd/xsimd.hpp'))) return given;
  const system = SYSTEM_FOLDERS.map((folder) => join(folder, 'xsimd')).find(isNewEnough);
  if (system) return folderWithLinkTo(system);
  if (isDebianLike()) return join(await debianWasmToolchain(), 'xsimd-include');
  throw new Error(`xsimd ${OLDEST} or newer is needed: install it, or name its folder of headers \
in GROUPWISE_XSIMD`);
}

function isNewEnough(folder) {
  const config = join(folder, 'config/xsimd_config.hpp');
  if (!existsSync(config)) return false;
  const [, major] = readFileSync(config, 'utf8').match(/XSIMD_VERSION_MAJOR\s+(\d+)/) ?? [];
  return Number(major) >= OLDEST;
}

// The system's include folder itself would hide wasm's C library.
function folderWithLinkTo(xsimd) {
  const folder = join(cacheFolder(), 'system-xsimd-include');
  const link = join(folder, 'xsimd');
  if (existsSync(link) && readlinkSync(link) === xsimd) return folder;
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(xsimd, link);
  return folder;
}
