// npm run bench:native: Google Benchmark on the core, compiled for this machine, and how the simd
// variant compares with it. The two take turns, so that both meet the same machine.
import { readFile } from 'node:fs/promises';
import { capture, run } from '../scripts/run.mjs';
import { setUp } from '../scripts/setup.mjs';
import { buildBench } from './build.mjs';
import { nodePlatform } from './node-platform.mjs';
import { parseOptions } from './options.mjs';
import { environmentOf } from './report/environment.mjs';
import { finish } from './report/finish.mjs';
import { merge, rowsOfGoogleBenchmark } from './report/google-benchmark.mjs';
import { printOverNative } from './report/over-native.mjs';
import { runSuite } from './suite/suite.mjs';

const folder = 'build/native-bench';
const program = `${folder}/cpp/bench/groupwise_bench`;
const output = `${folder}/results.json`;
const turns = 3;

try {
  const options = parseOptions(process.argv.slice(2));
  await build();
  await buildBench();
  const environment = await environmentOf({ runtime: `Node.js ${process.versions.node}` });
  const compiler = await compilerVersion();
  const passes = [];
  for (let turn = 1; turn <= turns; turn++) {
    console.error(`turn ${turn} of ${turns}: native`);
    passes.push(await runNative(options));
    const wasm = { ...options, only: ['limit, simd', 'simd'], rounds: 7 };
    passes.push(await runSuite(wasm, nodePlatform, (text) => console.error(text)));
  }
  const rows = merge(passes);
  await finish({ name: 'native', options, environment: { ...environment, compiler }, rows });
  printOverNative(rows);
  process.exit();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function build() {
  const env = await setUp(['xsimd', 'benchmark']);
  const options = ['-DGROUPWISE_BENCH=ON', '-DBUILD_TESTING=OFF', '--log-level=WARNING'];
  await run('cmake', ['--preset', 'native', '-B', folder, ...options], { env, stdio: 'ignore' });
  await capture('cmake', ['--build', folder], { env });
}

async function runNative({ weights, groups }) {
  await capture(program, [
    `--benchmark_filter=/(${weights.join('|')})/(${groups.join('|')})$`,
    '--benchmark_min_time=0.03',
    '--benchmark_repetitions=3',
    '--benchmark_enable_random_interleaving=true',
    `--benchmark_out=${output}`,
  ]);
  return rowsOfGoogleBenchmark(JSON.parse(await readFile(output, 'utf8')));
}

async function compilerVersion() {
  const cache = await readFile(`${folder}/CMakeCache.txt`, 'utf8');
  const path = cache.match(/^CMAKE_CXX_COMPILER:\w+=(.*)$/m)[1];
  return (await capture(path, ['--version'])).split('\n')[0].replace(/\s*\(.*\)/, '');
}
