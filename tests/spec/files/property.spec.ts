import fc from 'fast-check';
import { openTensorFile, TensorFileError } from 'groupwise/files';
import { describe, expect, test } from 'vitest';
import { findDuplicateKey } from '../../../web/lib/files/duplicate-key.ts';
import { bitsOf, buildNpy, buildSafetensors, f32, npyHeader, type Part } from './build.ts';

const wide: Part = { name: 'half', dtype: 'F16', shape: [3], data: Uint16Array.of(1, 2, 3) };
const samples: [string, Blob][] = [
  [
    'safetensors',
    buildSafetensors([f32('a', [2, 2], [1, 2, 3, 4]), wide, f32('e', [0], [])], (header) => {
      header.__metadata__ = { format: 'pt' };
    }),
  ],
  ['npy', buildNpy(npyHeader('<f4', '(2, 3)'), Float32Array.of(1, 2, 3, 4, 5, 6))],
];

/** Opens and reads all that can be read. True if it held; any error but the reader's own escapes. */
async function holds(blob: Blob, name: string): Promise<boolean> {
  try {
    const file = await openTensorFile(blob, name);
    for (const info of file.tensors) {
      if (!info.supported) continue;
      const values = await file.read(info.name);
      expect(values.length).toBe(info.length);
      expect(info.length % info.rowLength).toBe(0);
    }
    return true;
  } catch (error) {
    if (!(error instanceof TensorFileError)) throw error;
    expect(error.message).not.toBe('');
    return false;
  }
}

describe.each(samples)('%s', (format, sample) => {
  const name = `x.${format}`;

  test('no beginning of a file is a file', async () => {
    for (let size = 0; size < sample.size; size++) {
      expect(await holds(sample.slice(0, size), name), `${size} bytes`).toBe(false);
    }
    expect(await holds(sample, name)).toBe(true);
  });

  test('bytes changed at random give a file or the reader error', async () => {
    const bytes = new Uint8Array(await sample.arrayBuffer());
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const copy = bytes.slice();
        for (const [at, byte] of changes) copy[at] = byte;
        await holds(new Blob([copy]), name);
      }),
      { numRuns: 1000 },
    );
  });

  test('bytes at random give the reader error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (bytes) => {
        await holds(new Blob([bytes.slice()]), name);
      }),
      { numRuns: 300 },
    );
  });
});

test('what is written is read back, to the bit', async () => {
  const part = fc.tuple(fc.string(), fc.array(fc.nat(0xffffffff), { maxLength: 20 }));
  const parts = fc.uniqueArray(part, { selector: ([name]) => name, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(parts, async (written) => {
      const named = written.filter(([name]) => name !== '__metadata__');
      const blob = buildSafetensors(
        named.map(([name, bits]) => ({
          name,
          dtype: 'F32',
          shape: [bits.length],
          data: Uint32Array.from(bits),
        })),
      );
      const file = await openTensorFile(blob, 'x.safetensors');
      expect(file.tensors.length).toBe(named.length);
      for (const [name, bits] of named) expect(bitsOf(await file.read(name))).toEqual(bits);
    }),
    { numRuns: 200 },
  );
});

describe('findDuplicateKey', () => {
  test('finds none in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (json) => {
        expect(findDuplicateKey(json)).toBeUndefined();
      }),
    );
  });

  test('finds a key written twice, however it is escaped', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), fc.json(), (key, first, second) => {
        const escaped = [...Array(key.length).keys()]
          .map((at) => `\\u${key.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join('');
        const json = `{"list": [${first}, {${JSON.stringify(key)} : ${first}, "${escaped}":${second}}]}`;
        expect(findDuplicateKey(json)).toEqual(['list', key]);
      }),
    );
  });
});
