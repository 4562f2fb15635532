// npm run pack: build/package/, the folder that is packed and published. The package.json there has
// only what users of the package need: no scripts, no development dependencies, no way to sources
// that are not in the package.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture } from './run.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'build/package');
const OURS = ['private', 'scripts', 'devDependencies', 'imports'];
const SOURCE_CONDITION = 'groupwise-source';

/**
 * Packs what `npm run build` made.
 *
 * @param destination the folder for the tarball
 * @returns what `npm pack` says of it, and its path
 */
export async function pack(destination) {
  await stage();
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination];
  const [packed] = JSON.parse(await capture('npm', args, { cwd: FOLDER }));
  return { ...packed, path: join(destination, packed.filename) };
}

async function stage() {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const description = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  for (const name of ['README.md', 'LICENSE', ...description.files]) {
    await cp(join(ROOT, name), join(FOLDER, name), { recursive: true });
  }
  const text = JSON.stringify(published(description), null, 2);
  await writeFile(join(FOLDER, 'package.json'), `${text}\n`);
}

function published({ exports, sideEffects, files, ...description }) {
  const kept = Object.entries(description).filter(([name]) => !OURS.includes(name));
  return {
    ...Object.fromEntries(kept),
    files,
    sideEffects: sideEffects.filter((path) => files.some((name) => path.startsWith(`./${name}/`))),
    exports: JSON.parse(
      JSON.stringify(exports, (name, value) => (name === SOURCE_CONDITION ? undefined : value)),
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { path, size } = await pack(ROOT);
  console.log(`${path}: ${(size / 1000).toFixed(0)} kB`);
}
