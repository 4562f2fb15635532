// Finds Google Benchmark, or fetches it. Only the native benchmark needs it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './cache.mjs';
import { isDebianLike, unpackDebianPackages } from './debian.mjs';
import { debianRelease } from './debian-release.mjs';

/** @returns the prefix it is installed under, as CMake's benchmark_ROOT takes it. */
export async function ensureBenchmark() {
  const given = process.env.benchmark_ROOT;
  const found = [given, '/usr', '/usr/local'].find((prefix) => prefix && isInstalledUnder(prefix));
  if (found) return found;
  if (!isDebianLike()) throw new Error('Google Benchmark is needed: install it');
  const folder = await installOnce(`benchmark-${debianRelease()}-1`, async (partial) => ({
    packages: await unpackDebianPackages({
      packages: ['libbenchmark-dev'],
      missingOnly: true,
      into: partial,
    }),
  }));
  return join(folder, 'root/usr');
}

function isInstalledUnder(prefix) {
  const libraries = join(prefix, 'lib');
  if (!existsSync(libraries)) return false;
  const folders = [libraries, ...readdirSync(libraries).map((name) => join(libraries, name))];
  return folders.some((folder) =>
    existsSync(join(folder, 'cmake/benchmark/benchmarkConfig.cmake')),
  );
}
