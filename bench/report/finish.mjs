import { mkdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
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
  // What else ran: the benchmark alone makes a load of about 1.
  const loadAtEnd = Number(loadavg()[0].toFixed(2));
  await writeResults(file, { environment: { ...environment, loadAtEnd }, targets, rows });
  console.log(`\n${file}`);
}
