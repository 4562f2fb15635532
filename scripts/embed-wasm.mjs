// Writes each wasm as a JavaScript module that holds it as a string, so that the package needs no
// asset beside it. Printable ASCII stands for itself, other bytes are shifted by 256: no character
// needs an escape, and gzip packs it far better than base64.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const mustBeEscaped = new Set([...'"\\'].map((c) => c.charCodeAt(0)));

export async function embedWasm(folder, names) {
  const target = join(folder, 'embedded');
  await mkdir(target, { recursive: true });
  for (const name of names) {
    const bytes = await readFile(join(folder, `${name}.wasm`));
    await writeFile(join(target, `${name}.mjs`), `export default "${textOf(bytes)}";\n`);
    await writeFile(
      join(target, `${name}.d.mts`),
      'declare const text: string;\nexport default text;\n',
    );
  }
}

function textOf(bytes) {
  let text = '';
  for (const byte of bytes) {
    const plain = byte >= 0x20 && byte < 0x7f && !mustBeEscaped.has(byte);
    text += String.fromCharCode(plain ? byte : byte + 256);
  }
  return text;
}

/** The glue of `simd` serves `scalar` too, which holds as long as they differ in their own name only. */
export async function checkSharedGlue(folder) {
  const [scalar, simd] = await Promise.all(
    ['scalar', 'simd'].map(async (name) =>
      (await readFile(join(folder, `${name}.mjs`), 'utf8'))
        .replaceAll(`${name}.wasm`, '*.wasm')
        // The optimizer breaks lines by their length, which the name is part of.
        .replaceAll('\n', ''),
    ),
  );
  if (scalar !== simd) {
    throw new Error('the glue of scalar and of simd differ: single-thread.ts cannot share it');
  }
}
