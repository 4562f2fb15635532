// bench/results/*.json: { environment, targets, results: { "16777216/32": [row, …] } }, times in ms.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { run } from '../../scripts/run.mjs';
import { OPERATIONS } from '../suite/operations.mjs';

const biome = fileURLToPath(
  new URL('../../node_modules/@biomejs/biome/bin/biome', import.meta.url),
);
const short = (number) => Number(number.toPrecision(4));

export async function writeResults(file, { environment, targets, rows }) {
  const results = {};
  for (const { weights, groupSize, name, operation, ms, q1, q3 } of rows) {
    const key = `${weights}/${groupSize}`;
    results[key] ??= [];
    results[key].push({ name, operation, ms: short(ms), q1: short(q1), q3: short(q3) });
  }
  const lines = Object.entries(results).map(
    ([key, list]) => `"${key}": [\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  );
  const head = JSON.stringify({ environment, targets }, null, 2).slice(0, -2);
  await writeFile(file, `${head},\n"results": {\n${lines.join(',\n')}\n}}\n`);
  await run(process.execPath, [biome, 'format', '--write', file], { stdio: 'ignore' });
}

/** @returns what was written, its rows as the suite returns them */
export async function readResults(file) {
  const { environment, targets, results } = JSON.parse(await readFile(file, 'utf8'));
  const rows = Object.entries(results).flatMap(([key, list]) => {
    const [weights, groupSize] = key.split('/').map(Number);
    return list.map((row) => {
      const bytes = OPERATIONS[row.operation].bytes(weights, Math.ceil(weights / groupSize));
      return { weights, groupSize, ...row, gbps: bytes / row.ms / 1e6 };
    });
  });
  return { environment, targets, rows };
}
