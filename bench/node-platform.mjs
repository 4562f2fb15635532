import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const fromRoot = (path) => new URL(`../${path}`, import.meta.url);

// ms that this thread was ready to run and did not: Linux counts it.
const schedule = '/proc/thread-self/schedstat';
const isCounted = existsSync(schedule);
function waited() {
  return isCounted ? Number(readFileSync(schedule, 'latin1').split(' ')[1]) / 1e6 : 0;
}

/** What the suite needs of Node. */
export const nodePlatform = {
  threads: Math.min(2, availableParallelism()),
  threadsGlue: 'build/wasm/threads-node.mjs',
  packageEntry: 'dist/node/index.js',
  ort: 'node_modules/onnxruntime-web/dist/ort.node.min.mjs',
  read: (path) => readFile(fromRoot(path)),
  load: (path) => import(fromRoot(path).href),
  scriptOf: (path) => fileURLToPath(fromRoot(path)),
  clock: { now: () => performance.now(), waited },
};
