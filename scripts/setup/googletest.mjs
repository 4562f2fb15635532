// Finds GoogleTest's sources, or fetches them. Sources, because the tests are also built for wasm.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './cache.mjs';
import { isDebianLike, unpackDebianPackages } from './debian.mjs';
import { debianRelease } from './debian-release.mjs';

const SYSTEM_SOURCE = '/usr/src/googletest';

/** @returns a folder with GoogleTest's CMakeLists.txt. */
export async function ensureGoogletest() {
  const places = [process.env.GROUPWISE_GTEST_SOURCE, SYSTEM_SOURCE];
  const found = places.find((folder) => folder && existsSync(join(folder, 'CMakeLists.txt')));
  if (found) return found;
  if (!isDebianLike()) {
    throw new Error(
      'GoogleTest is needed: name the folder of its sources in GROUPWISE_GTEST_SOURCE',
    );
  }
  const folder = await installOnce(`googletest-${debianRelease()}-1`, async (partial) => ({
    packages: await unpackDebianPackages({
      packages: ['googletest'],
      exclude: [/^(?!googletest$)/],
      into: partial,
    }),
  }));
  return join(folder, 'root', SYSTEM_SOURCE);
}
