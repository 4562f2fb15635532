// Finds Google Benchmark, or fetches it. Only the native benchmark needs it.
import { join } from 'node:path';
import { installFromDebian } from '../debian/install.mjs';
import { isDebianLike, unpackDebianPackages } from '../debian/packages.mjs';
import { debianRelease } from '../debian/release.mjs';
import { prefixWith } from './cmake-package.mjs';

/** @returns the prefix it is installed under, as CMake's benchmark_ROOT takes it. */
export async function ensureBenchmark() {
  const found = prefixWith('benchmark', process.env.benchmark_ROOT);
  if (found) return found;
  if (!isDebianLike()) throw new Error('Google Benchmark is needed: install it');
  const name = `benchmark-${debianRelease()}-1`;
  const folder = await installFromDebian(name, ['libbenchmark-dev'], async (partial) => ({
    packages: await unpackDebianPackages({
      packages: ['libbenchmark-dev'],
      missingOnly: true,
      into: partial,
    }),
  }));
  return join(folder, 'root/usr');
}
