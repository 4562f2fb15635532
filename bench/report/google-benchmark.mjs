import { OPERATIONS } from '../suite/operations.mjs';
import { summarize } from '../suite/rounds.mjs';

const NAMES = { native: 'native', reference: 'native reference', limit: 'limit, native' };

/** Rows like the suite's from Google Benchmark's JSON. Processor time: it does not count waiting. */
export function rowsOfGoogleBenchmark({ benchmarks }) {
  const times = new Map();
  for (const { run_type, run_name, cpu_time } of benchmarks) {
    if (run_type !== 'iteration') continue;
    times.set(run_name, [...(times.get(run_name) ?? []), cpu_time]);
  }
  return [...times].map(([runName, samples]) => {
    const [operation, kernel, weights, groupSize] = runName.split('/');
    return rowOf(
      {
        weights: Number(weights),
        groupSize: Number(groupSize),
        name: NAMES[kernel],
        operation,
      },
      samples,
    );
  });
}

/** One row from each pass becomes one row: the median of their medians. */
export function merge(passes) {
  const same = new Map();
  for (const row of passes.flat()) {
    const key = [row.weights, row.groupSize, row.name, row.operation].join('/');
    same.set(key, [...(same.get(key) ?? []), row]);
  }
  return [...same.values()].map((rows) =>
    rowOf(
      rows[0],
      rows.map(({ ms }) => ms),
    ),
  );
}

function rowOf({ weights, groupSize, name, operation }, samples) {
  const times = summarize(samples.sort((a, b) => a - b));
  const bytes = OPERATIONS[operation].bytes(weights, Math.ceil(weights / groupSize));
  return { weights, groupSize, name, operation, ...times, gbps: bytes / times.ms / 1e6 };
}
