// The versions of Debian's packages that every test passed with. Debian moves on: what is fetched
// later may be newer. It is used all the same, and said so in one line, so that a failure that
// comes from a newer compiler or browser is not looked for in this repository.

// A version fits where it begins with the tested one: chromium 156 is any 156.x.
export const TESTED = {
  emscripten: '6.0.5',
  binaryen: '131',
  'clang-21': '21.1.8',
  'libxsimd-dev': '14.3.0',
  chromium: '156',
  googletest: '1.12.1',
  'libbenchmark-dev': '1.7.1',
  libggml0: '0.27.0',
  'clang-format-14': '14.0.6',
};

/**
 * Compares installed packages with the tested versions.
 *
 * @param packages versions by name, as unpackDebianPackages() returns them
 * @param expected the names that must be among them; of those that are tested
 * @returns what differs, or undefined
 */
export function differences(packages, expected, tested = TESTED) {
  const found = expected
    .filter((name) => name in tested && !begins(upstream(packages[name]), tested[name]))
    .map((name) => `${name} ${upstream(packages[name]) || 'none'} (tested: ${tested[name]})`);
  return found.length > 0 ? found.join(', ') : undefined;
}

// Of '1:21.1.8-13' it is 21.1.8, of '6.0.5+dfsg+~1.41.5-2' it is 6.0.5.
function upstream(version = '') {
  return version.replace(/^\d+:/, '').match(/^\d+(\.\d+)*/)?.[0] ?? '';
}

function begins(version, tested) {
  return `${version}.`.startsWith(`${tested}.`);
}
