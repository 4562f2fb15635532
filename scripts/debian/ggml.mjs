// ggml's library and headers, which the golden vectors of its formats are made with.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installFromDebian } from './install.mjs';
import { libraryFolder } from './own-libraries.mjs';
import { unpackDebianPackages } from './packages.mjs';

const SUITE = 'forky';
// Raise the number when what this file installs changes.
const NAME = `ggml-${SUITE}-2`;
// libggml-base needs only C, C++ and OpenMP: the libraries of ggml's back ends stay out.
const UNUSED = /^(?!(libggml0|libggml-dev|libc6|libstdc\+\+6|libgcc-s1|libgomp1)$)/;

/**
 * @returns the folder of headers, the folder of libraries, and the loader that a program linked
 *   with them has to be run by: they need a newer C library than this system's
 */
export async function debianGgml() {
  const folder = await installFromDebian(NAME, ['libggml0'], async (partial) => ({
    packages: await unpackDebianPackages({
      suite: SUITE,
      packages: ['libggml-dev'],
      exclude: [UNUSED],
      into: partial,
    }),
  }));
  const root = join(folder, 'root');
  const libraries = join(root, libraryFolder(root));
  const loader = readdirSync(libraries).find((name) => /^ld-linux.*\.so/.test(name));
  return { headers: join(root, 'usr/include'), libraries, loader: join(libraries, loader) };
}
