// What the README's chart and table show, and in which order.
import { existsSync } from 'node:fs';
import { readResults } from './results-file.mjs';

const root = new URL('../../', import.meta.url);

/** The quantizing rows of the README: [row of the results, operation, what it is called]. */
export const SHOWN = [
  ['JavaScript', 'errors', 'plain JavaScript'],
  ['scalar', 'errors', 'scalar wasm'],
  ['onnxruntime-web', 'codes', 'onnxruntime-web, scales given'],
  ['simd', 'errors', 'simd'],
  ['threads', 'errors', 'threads'],
  ['limit, simd', 'narrow', 'limit: read 4 bytes, write 1'],
];

export const shownWeights = 4096 * 4096;

/** The results there are, by the names of their files. */
export async function readAll(names) {
  const found = [];
  for (const name of names) {
    const file = new URL(`bench/results/${name}.json`, root);
    if (existsSync(file)) found.push({ name, ...(await readResults(file)) });
  }
  if (found.length > 0) return found;
  throw new Error('there are no results yet: npm run bench, npm run bench:browser');
}

export function findRow({ rows }, name, operation, groupSize) {
  return rows.find(
    (row) =>
      row.weights === shownWeights &&
      row.name === name &&
      row.operation === operation &&
      row.groupSize === groupSize,
  );
}

/** The machine, once, and the versions of all results. */
export function provenance(results) {
  const [{ environment: machine }] = results;
  const runtimes = [...new Set(results.map(({ environment }) => environment.runtime))];
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.system}`,
    [
      ...runtimes,
      `Emscripten ${machine.emscripten}`,
      `onnxruntime-web ${machine['onnxruntime-web']}`,
      machine.date,
    ].join(' · '),
  ];
}
