// ggml's own quantizers. Debian's build contains no fused multiply-add, so its bytes are those of
// plain binary32.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { debianGgml } from '../../../scripts/debian/ggml.mjs';
import { capture } from '../../../scripts/run.mjs';

const BUILD = fileURLToPath(new URL('../../../build/ggml', import.meta.url));

/**
 * Compiles a C++ program of this folder against libggml-base.
 *
 * @param options more of the compiler's arguments: folders, libraries
 * @returns the words that start the program
 */
export async function buildWithGgml(source, options = []) {
  const { headers, libraries, loader } = await debianGgml();
  const program = join(BUILD, source.replace(/\.cpp$/, ''));
  mkdirSync(BUILD, { recursive: true });
  await capture('c++', [
    ...['-std=c++20', '-O2', '-Wall', '-Wextra', '-o', program],
    ...['-isystem', headers, fileURLToPath(new URL(source, import.meta.url)), ...options],
    ...[`-L${libraries}`, '-l:libggml-base.so.0', '-Wl,--allow-shlib-undefined'],
  ]);
  return [loader, '--library-path', libraries, program];
}

/** Lets ggml work on a tensor of one row. */
export async function ggmlOracle() {
  const [loader, ...words] = await buildWithGgml('oracle.cpp');
  const ask = (args, input) => {
    const options = { input, maxBuffer: 2 ** 30 };
    const { status, stdout, stderr } = spawnSync(loader, [...words, ...args], options);
    if (status !== 0) throw new Error(`oracle ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  return {
    version: `${ask(['version'])}`.trim(),
    /** @returns the format's bytes */
    quantize: (format, weights) =>
      ask(['quantize', format, `${weights.length}`], Buffer.from(weights.buffer)),
    /** @returns little-endian f32 */
    dequantize: (format, bytes) => ask(['dequantize', format], bytes),
    /** @returns the indices of the blocks that ggml's validation refuses */
    refused: (format, bytes) =>
      `${ask(['validate', format], bytes)}`.split('\n').filter(Boolean).map(Number),
  };
}
