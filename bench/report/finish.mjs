import { writeFile } from 'node:fs/promises';
import { printRows } from './rows.mjs';
import { printTargets, targetsOf } from './targets.mjs';

/** Prints the tables and writes the JSON that the README's table and chart are made from. */
export async function finish({ name, options, environment, rows }) {
  printRows(rows);
  const targets = targetsOf(rows);
  printTargets(targets);
  const file = options.json ?? (options.isWhole ? `bench/results/${name}.json` : undefined);
  if (file === undefined) return;
  const rounded = rows.map((row) => ({ ...row, ...roundNumbers(row) }));
  await writeFile(file, `${JSON.stringify({ environment, targets, rows: rounded }, null, 1)}\n`);
  console.log(`\n${file}`);
}

const roundNumbers = (row) =>
  Object.fromEntries(
    ['ms', 'best', 'q1', 'q3', 'gbps'].map((key) => [key, Number(row[key].toPrecision(5))]),
  );
