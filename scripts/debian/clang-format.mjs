// clang-format 14 from the Debian release that has it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installFromDebian } from './install.mjs';
import { unpackDebianPackages } from './packages.mjs';
import { debianRelease } from './release.mjs';

const SUITE = 'bookworm';
const PACKAGE = 'clang-format-14';

/** @returns the program, and the environment it needs. */
export async function debianClangFormat() {
  const name = `clang-format-${debianRelease()}-1`;
  const folder = await installFromDebian(name, [PACKAGE], async (partial) => ({
    packages: await unpackDebianPackages({
      suite: SUITE,
      packages: [PACKAGE],
      exclude: [/^python3/, /^libpython3/],
      missingOnly: true,
      into: partial,
    }),
  }));
  const root = join(folder, 'root');
  const libraries = readdirSync(join(root, 'usr/lib')).flatMap((name) => [
    join(root, 'usr/lib', name),
    join(root, 'usr/lib', name, 'lib'),
  ]);
  return {
    program: join(root, 'usr/bin', PACKAGE),
    env: { LD_LIBRARY_PATH: libraries.join(':') },
  };
}
