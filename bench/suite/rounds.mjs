// Interleaved rounds: every task runs once a round, so that what disturbs the machine disturbs all.

/** Short tasks are repeated within a sample until it takes this long (ms). */
const minSample = 2;

/**
 * @typedef {{ run: () => unknown, isAsync?: boolean, threads?: number }} Task
 * @param {Task[]} tasks
 * @param {{ rounds: number, warm: boolean, clock: { now(): number, waited(): number } }} options
 *   warm: an untimed run goes before each sample, which leaves in the caches what fits into them
 * @returns the samples of each task, sorted, in ms for one run
 */
export async function measureInterleaved(tasks, { rounds, warm, clock }) {
  const measured = [];
  for (const task of tasks) measured.push({ task, repeat: await warmUp(task, clock), samples: [] });
  for (let round = 0; round < rounds; round++) {
    // Another first one each time: none always follows the same one.
    for (let i = 0; i < measured.length; i++) {
      const { task, repeat, samples } = measured[(i + round) % measured.length];
      // Small tensors are meant to lie in the cache.
      if (repeat > 1 || warm) await task.run();
      samples.push(await sample(task, repeat, clock));
    }
  }
  return measured.map(({ samples }) => samples.sort((a, b) => a - b));
}

/** Lets the engine optimize, and finds how often a task fits into a sample. */
async function warmUp(task, clock) {
  let fastest = Number.POSITIVE_INFINITY;
  const start = clock.now();
  for (let run = 0; run < 4 || clock.now() - start < 30; run++) {
    fastest = Math.min(fastest, await sample(task, 1, clock));
    // Code is optimized on other threads: give them time.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Math.max(1, Math.round(minSample / Math.max(fastest, 1e-3)));
}

/** Time of one run. What the thread waited for a processor is not counted, where the system tells. */
async function sample(task, repeat, clock) {
  const before = clock.now();
  const waitedBefore = clock.waited();
  const start = clock.now();
  if (task.isAsync) for (let i = 0; i < repeat; i++) await task.run();
  else for (let i = 0; i < repeat; i++) task.run();
  const end = clock.now();
  const waited = clock.waited() - waitedBefore;
  if (waited === 0 || task.threads > 1) return (end - start) / repeat;
  // The wait may have been just outside of start..end: never subtract it from what does not hold it.
  return (clock.now() - before - waited) / repeat;
}

/** @param {number[]} sorted */
export function summarize(sorted) {
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  return { ms: at(0.5), best: sorted[0], q1: at(0.25), q3: at(0.75), samples: sorted.length };
}
