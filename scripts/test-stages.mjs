// The stages of `npm test`, in order. A stage that `needsBuild` runs on what scripts/build.mjs made.
import { availableParallelism } from 'node:os';

const node = process.execPath;
const vitest = [node, 'node_modules/vitest/vitest.mjs', 'run'];
const projects = (...names) => names.map((name) => `--project=${name}`);

const native = (preset) => [
  ['cmake', '--preset', preset],
  ['cmake', '--build', '--preset', preset],
  ['ctest', '--preset', preset, '--parallel', String(availableParallelism()), '--progress'],
];

export const STAGES = [
  { name: 'golden', setUp: [], commands: [['python3', 'tests/golden/make.py', '--check']] },
  { name: 'native', setUp: ['xsimd', 'googletest'], commands: native('native') },
  { name: 'native-asan', setUp: ['xsimd', 'googletest'], commands: native('native-asan') },
  {
    name: 'spec',
    setUp: ['modules', 'emscripten', 'browser'],
    needsBuild: true,
    commands: [[...vitest, ...projects('node', 'browser', 'browser-isolated')]],
  },
  {
    name: 'e2e',
    setUp: ['modules', 'emscripten', 'browser'],
    needsBuild: true,
    commands: [[node, 'node_modules/playwright/cli.js', 'test']],
  },
  {
    name: 'package',
    setUp: ['modules', 'emscripten', 'browser'],
    needsBuild: true,
    commands: [[node, '--test-reporter=spec', 'tests/package/run.mjs']],
  },
];
