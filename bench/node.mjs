// npm run bench: the benchmark in Node. `npm run bench -- --help` for less than all of it.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { buildBench } from './build.mjs';
import { parseOptions } from './options.mjs';
import { environmentOf } from './report/environment.mjs';
import { finish } from './report/finish.mjs';
import { runSuite } from './suite/suite.mjs';

const fromRoot = (path) => new URL(`../${path}`, import.meta.url);

const platform = {
  threads: Math.min(2, availableParallelism()),
  threadsGlue: 'build/wasm/threads-node.mjs',
  packageEntry: 'dist/node/index.js',
  ort: 'node_modules/onnxruntime-web/dist/ort.node.min.mjs',
  read: (path) => readFile(fromRoot(path)),
  load: (path) => import(fromRoot(path).href),
  scriptOf: (path) => fileURLToPath(fromRoot(path)),
  clock: { now: () => performance.now(), waited },
};

// ms that this thread was ready to run and did not: Linux counts it.
const schedule = '/proc/thread-self/schedstat';
const isCounted = existsSync(schedule);
function waited() {
  return isCounted ? Number(readFileSync(schedule, 'latin1').split(' ')[1]) / 1e6 : 0;
}

try {
  const options = parseOptions(process.argv.slice(2));
  await buildBench();
  const environment = await environmentOf({ runtime: `Node.js ${process.versions.node}` });
  const rows = await runSuite(options, platform, (text) => console.error(text));
  await finish({
    name: 'node',
    options,
    environment: { ...environment, threads: platform.threads },
    rows,
  });
  process.exit();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
