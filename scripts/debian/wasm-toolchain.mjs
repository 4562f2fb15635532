// Emscripten and xsimd from Debian's packages, for machines that have no new enough Emscripten.
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { report, timed } from '../setup/progress.mjs';
import { installFromDebian } from './install.mjs';
import { MissingLibrary, useOwnLibraries } from './own-libraries.mjs';
import { unpackDebianPackages } from './packages.mjs';

const SUITE = 'forky';
// Raise the number when what this file installs changes.
const NAME = `emscripten-${SUITE}-1`;

// What the wasm's bytes depend on.
const COMPILER = ['emscripten', 'clang-21', 'binaryen', 'libxsimd-dev'];

// What Debian's packages ask for but compiling to wasm does not use: 70 of 120 MB. The system's
// Node and Python run Emscripten's scripts, and wasm has its own C library.
const UNUSED = [
  /^(nodejs|libnode\d|libuv1|libada|libllhttp|libsimd(utf|json)|libcares|libn?ghttp|libngtcp)/,
  /^node-(?!acorn$)/,
  /python3/,
  /^(gcc|libgcc|libstdc\+\+|libobjc)-\d|^libobjc\d/,
  /^lib(asan|hwasan|lsan|tsan|ubsan|itm|gomp|quadmath|atomic|gc)\d/,
  /^(binutils|libbinutils|libctf|libgprofng|libsframe|libjansson)/,
  /^(libc6-dev|libc-dev-bin|linux-libc-dev|libc-gconv-modules-extra)$/,
  /^(ccache|libblake3|libfmt|libhiredis|libhdr-histogram|libxxhash)/,
  /^(libclang1|llvm-\d+-linker-tools|llvm-\d+-runtime|libpfm4)/,
  /^(libssl|openssl|libicu|libsqlite3|libdb5|libcurl|libkrb5|libk5crypto|libgssapi|libldap)/,
  /^(libsasl2|libssh2|libpsl|libidn2|libunistring|libcom-err|libkeyutils|libbrotli|libreadline)/,
  /^(readline-common|libncursesw|libuuid1|tzdata|debconf|media-types|netbase|libexpat|xtl-dev)/,
];

/** @returns the folder that holds root/ (the unpacked packages), xsimd-include/ and .emscripten. */
export function debianWasmToolchain() {
  return installFromDebian(NAME, COMPILER, async (partial, final) => {
    const packages = await unpackCompiler(partial, final, UNUSED).catch((error) => {
      if (!(error instanceof MissingLibrary)) throw error;
      report(`${error.message}\nDebian has moved on: once more, with every package it asks for.`);
      return unpackCompiler(partial, final, []);
    });
    // Emscripten's optimizer imports acorn: Debian keeps modules where only its own Node looks.
    link('nodejs', join(partial, 'root/usr/share/node_modules'));
    // The whole usr/include would hide wasm's C library.
    link('../root/usr/include/xsimd', join(partial, 'xsimd-include/xsimd'));
    writeFileSync(join(partial, '.emscripten'), emscriptenConfig(final, llvmIn(partial)));
    return { packages };
  });
}

async function unpackCompiler(partial, final, exclude) {
  const packages = await unpackDebianPackages({
    suite: SUITE,
    packages: ['emscripten', 'libxsimd-dev', 'patchelf'],
    exclude,
    into: partial,
  });
  await timed('Giving the compiler its own libraries', () =>
    useOwnLibraries({
      root: join(partial, 'root'),
      finalRoot: join(final, 'root'),
      programFolders: [`usr/lib/${llvmIn(partial)}/bin`, 'usr/bin'],
      librariesWithRunpath: /^lib(LLVM|clang-cpp)/,
      checked: ['clang', 'lld', 'llvm-ar', 'llvm-nm', 'wasm-opt', 'wasm-emscripten-finalize'],
    }),
  );
  return packages;
}

function llvmIn(folder) {
  return readdirSync(join(folder, 'root/usr/lib')).find((name) => /^llvm-\d+$/.test(name));
}

function link(target, path) {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  symlinkSync(target, path);
}

// A Python file. The Node of the day is looked up each time, so that changing it needs no new
// configuration (and a new configuration would empty Emscripten's cache).
function emscriptenConfig(folder, llvm) {
  return [
    'import shutil',
    `LLVM_ROOT = '${folder}/root/usr/lib/${llvm}/bin'`,
    `BINARYEN_ROOT = '${folder}/root/usr'`,
    `EMSCRIPTEN_ROOT = '${folder}/root/usr/share/emscripten'`,
    "NODE_JS = shutil.which('node')",
    `CACHE = '${folder}/cache'`,
    '',
  ].join('\n');
}
