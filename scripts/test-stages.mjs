// The stages of `npm test`, in order. A stage that `needsBuild` runs on what scripts/build.mjs made.
const node = process.execPath;
const vitest = [node, 'node_modules/vitest/vitest.mjs', 'run'];

const native = (preset) => [
  ['cmake', '--preset', preset],
  ['cmake', '--build', '--preset', preset],
  ['ctest', '--preset', preset],
];

export const STAGES = [
  { name: 'native', setUp: ['xsimd', 'googletest'], commands: native('native') },
  { name: 'native-asan', setUp: ['xsimd', 'googletest'], commands: native('native-asan') },
  {
    name: 'spec',
    setUp: ['modules', 'emscripten', 'browser'],
    needsBuild: true,
    commands: [vitest],
  },
];
