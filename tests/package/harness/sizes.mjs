// What a page downloads, gzipped: an entry with all that it imports before it runs.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const staticImport = /(?:^|[;}\s])(?:import|export)(?:[^;()'"`]*?from)?\s*["'](\.[^"']+)["']/g;

async function closure(file, found = new Map()) {
  if (found.has(file)) return found;
  const text = await readFile(file, 'utf8');
  found.set(file, text);
  for (const [, path] of text.slice(0, 4000).matchAll(staticImport)) {
    await closure(join(dirname(file), path), found);
  }
  return found;
}

/** Bytes of `files` and all they import at once, each file counted once. */
export async function downloaded(files) {
  const found = new Map();
  for (const file of files) await closure(file, found);
  return [...found.values()].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
}
