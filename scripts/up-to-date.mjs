// Whether something that was made is newer than what it is made from.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param made a file that is written when everything is done
 * @param sources files and folders
 */
export function isUpToDate(made, sources) {
  if (!existsSync(made)) return false;
  const time = statSync(made).mtimeMs;
  return sources.every((path) => changed(path) <= time);
}

function changed(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const within = readdirSync(path, { recursive: true }).map((name) => join(path, name));
  return Math.max(entry.mtimeMs, ...within.map((each) => statSync(each).mtimeMs));
}
