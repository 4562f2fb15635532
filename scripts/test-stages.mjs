// The stages of `npm test`, in two lanes that run side by side: each lane in its order. A stage
// that `needsBuild` runs on what scripts/build.mjs made.
import { availableParallelism } from 'node:os';

const node = process.execPath;
const threads = String(availableParallelism());

const native = (preset) => [
  ['cmake', '--preset', preset],
  ['cmake', '--build', '--preset', preset],
  ['ctest', '--preset', preset, '--parallel', threads, '--progress'],
];
const nativeSetUp = ['xsimd', 'googletest'];
const webSetUp = ['modules', 'emscripten', 'browser'];

export const BUILD = { name: 'build', lane: 'web', commands: [[node, 'scripts/build.mjs']] };

export const STAGES = [
  {
    name: 'golden',
    lane: 'native',
    setUp: [],
    commands: [['python3', 'tests/golden/make.py', '--check']],
  },
  { name: 'native', lane: 'native', setUp: nativeSetUp, commands: native('native') },
  { name: 'native-asan', lane: 'native', setUp: nativeSetUp, commands: native('native-asan') },
  {
    name: 'spec',
    lane: 'web',
    setUp: webSetUp,
    needsBuild: true,
    commands: [[node, 'node_modules/vitest/vitest.mjs', 'run']],
  },
  {
    name: 'e2e',
    lane: 'web',
    setUp: webSetUp,
    needsBuild: true,
    commands: [[node, 'node_modules/playwright/cli.js', 'test']],
  },
  {
    name: 'package',
    lane: 'web',
    setUp: webSetUp,
    needsBuild: true,
    commands: [[node, '--test-reporter=spec', 'tests/package/run.mjs']],
  },
];
