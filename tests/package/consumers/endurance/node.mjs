import { acrossGrowth, disposedAtWork, rounds, together, workerRounds } from './endurance.js';

async function memory() {
  for (let i = 0; i < 3; i++) {
    globalThis.gc();
    await new Promise((done) => setTimeout(done, 50));
  }
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
}

async function growth(run, warmUp, count) {
  await run(warmUp);
  const before = await memory();
  await run(count);
  const after = await memory();
  return Object.fromEntries(Object.keys(before).map((key) => [key, after[key] - before[key]]));
}

console.log(
  JSON.stringify({
    rounds: await growth(rounds, 60, 140),
    workerRounds: await growth(workerRounds, 10, 20),
    acrossGrowth: await acrossGrowth(),
    together: await together(),
    disposedAtWork: await disposedAtWork(),
  }),
);
