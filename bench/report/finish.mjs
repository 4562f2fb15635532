import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeResults } from './results-file.mjs';
import { printRows } from './rows.mjs';
import { printTargets, targetsOf } from './targets.mjs';

/** Prints the tables and writes the JSON that the README's table and chart are made from. */
export async function finish({ name, options, environment, rows }) {
  printRows(rows);
  const targets = targetsOf(rows);
  printTargets(targets);
  const file = options.json ?? (options.isWhole ? `bench/results/${name}.json` : undefined);
  if (file === undefined) return;
  await mkdir(dirname(file), { recursive: true });
  await writeResults(file, { environment, targets, rows });
  console.log(`\n${file}`);
}
