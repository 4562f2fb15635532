// Makes programs unpacked from a newer Debian run here: with their own loader and libraries.
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { capture } from '../run.mjs';

const LIBRARY_FOLDER = /^(x86_64|aarch64)-linux-gnu$/;

/** The unpacked root's folder of libraries, as a path below the root. */
export function libraryFolder(root) {
  const found = readdirSync(join(root, 'usr/lib')).find((name) => LIBRARY_FOLDER.test(name));
  if (!found) throw new Error('no libraries for this kind of processor were unpacked');
  return join('usr/lib', found);
}

/**
 * Points every program in `programFolders` at the libraries that came with it. The root may still
 * be under another name (`root`) than the one it will be used by (`finalRoot`). Needs `patchelf`
 * among the unpacked packages. `checked` names the programs that must have all they need.
 *
 * @throws MissingLibrary when one of them was unpacked without a library
 */
export async function useOwnLibraries({
  root,
  finalRoot,
  programFolders,
  librariesWithRunpath,
  checked,
}) {
  const libraries = libraryFolder(root);
  const loader = readdirSync(join(root, libraries)).find((name) => /^ld-linux.*\.so/.test(name));
  const load = (...args) =>
    capture(join(root, libraries, loader), ['--library-path', join(root, libraries), ...args]);
  const patchelf = (args) => load(join(root, 'usr/bin/patchelf'), ...args);
  const programs = programFolders
    .flatMap((folder) => programsIn(join(root, folder)))
    .filter((path) => !path.endsWith('/patchelf'));
  const interpreter = ['--set-interpreter', join(finalRoot, libraries, loader)];
  // RPATH, not RUNPATH: only the former also serves the libraries' own dependencies.
  const rpath = ['--force-rpath', '--set-rpath', join(finalRoot, libraries)];
  await patchelf([...interpreter, ...rpath, ...programs]);
  // A library with a RUNPATH of its own ignores the program's RPATH.
  const own = readdirSync(join(root, libraries), { withFileTypes: true })
    .filter((entry) => entry.isFile() && librariesWithRunpath.test(entry.name))
    .map((entry) => join(root, libraries, entry.name));
  if (own.length > 0) await patchelf(['--set-rpath', '$ORIGIN', ...own]);
  for (const path of programs.filter((path) => checked.includes(basename(path)))) {
    const list = await load('--list', path).catch(({ message }) => {
      throw new MissingLibrary(path, message);
    });
    checkLibraries(path, list, root);
  }
}

// The loader lists: name => path (address). A library of the system would be too old to rely on.
function checkLibraries(program, list, root) {
  const foreign = list.split('\n').filter((line) => /=>/.test(line) && !line.includes(root));
  if (foreign.length === 0) return;
  throw new MissingLibrary(program, foreign.join('\n'));
}

export class MissingLibrary extends Error {
  constructor(program, missing) {
    super(`${basename(program)} was unpacked without all its libraries:\n${missing}`);
  }
}

function programsIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name))
    .filter(isElf);
}

function isElf(path) {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(4);
    readSync(file, start, 0, 4, 0);
    return start.toString('latin1') === '\x7fELF';
  } finally {
    closeSync(file);
  }
}
