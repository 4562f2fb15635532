// Finds GoogleTest, or fetches its sources: they are built together with the tests, so that it does
// not matter which compiler and standard library those are built with.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installFromDebian } from '../debian/install.mjs';
import { isDebianLike, unpackDebianPackages } from '../debian/packages.mjs';
import { debianRelease } from '../debian/release.mjs';
import { prefixWith } from './cmake-package.mjs';

const SYSTEM_SOURCE = '/usr/src/googletest';

/** @returns the environment that leads CMake to GoogleTest, installed or as sources. */
export async function ensureGoogletest() {
  const given = process.env.GROUPWISE_GTEST_SOURCE;
  if (given && hasSources(given)) return { GROUPWISE_GTEST_SOURCE: given };
  const prefix = prefixWith('GTest', process.env.GTest_ROOT);
  if (prefix) return { GTest_ROOT: prefix };
  if (hasSources(SYSTEM_SOURCE)) return { GROUPWISE_GTEST_SOURCE: SYSTEM_SOURCE };
  if (!isDebianLike()) {
    throw new Error(
      'GoogleTest is needed: install it, or name its sources in GROUPWISE_GTEST_SOURCE',
    );
  }
  const name = `googletest-${debianRelease()}-1`;
  const folder = await installFromDebian(name, ['googletest'], async (partial) => ({
    packages: await unpackDebianPackages({
      packages: ['googletest'],
      exclude: [/^(?!googletest$)/],
      into: partial,
    }),
  }));
  return { GROUPWISE_GTEST_SOURCE: join(folder, 'root', SYSTEM_SOURCE) };
}

function hasSources(folder) {
  return existsSync(join(folder, 'CMakeLists.txt'));
}
