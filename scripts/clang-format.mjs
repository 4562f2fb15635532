// Checks, or with --write puts in order, the format of the C++ sources. Versions of clang-format
// differ in what they make of a file: this is the one that decides.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { debianClangFormat } from './debian/clang-format.mjs';
import { isDebianLike } from './debian/packages.mjs';
import { capture, findProgram, run } from './run.mjs';

const VERSION = 14;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['cpp', 'tests'];

/** Formats, or rejects when a file is not as it should be. False if there is no clang-format here. */
export async function clangFormat({ write = false } = {}) {
  const tool = await findClangFormat();
  if (!tool) return false;
  const how = write ? ['-i'] : ['--dry-run', '-Werror'];
  const files = FOLDERS.flatMap(cppFiles);
  await run(tool.program, ['--style=file', ...how, ...files], { cwd: ROOT, env: tool.env });
  console.log(`${files.length} C++ files ${write ? 'formatted' : 'are formatted'}`);
  return true;
}

function cppFiles(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[ch]pp$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .sort();
}

async function findClangFormat() {
  for (const name of [`clang-format-${VERSION}`, 'clang-format']) {
    const program = findProgram(name);
    if (program && (await majorVersion(program)) === VERSION) return { program, env: {} };
  }
  return isDebianLike() ? debianClangFormat() : undefined;
}

async function majorVersion(program) {
  const [, major] = (await capture(program, ['--version'])).match(/version (\d+)/) ?? [];
  return Number(major);
}

async function main(args) {
  const { values } = parseArgs({ args, options: { write: { type: 'boolean' } } });
  if (await clangFormat(values)) return;
  throw new Error(`clang-format ${VERSION} is needed: install it`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
