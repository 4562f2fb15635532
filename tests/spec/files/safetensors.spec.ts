import { openSafetensors, TensorFileError } from 'groupwise/files';
import { describe, expect, test } from 'vitest';
import { bitsOf, buildSafetensors, f32, type Part, SpyBlob, withHeader } from './build.ts';

const halves: Part = {
  name: 'half',
  dtype: 'F16',
  shape: [2, 1],
  data: Uint16Array.of(0x3c00, 0xc000),
};
const brains: Part = { name: 'brain', dtype: 'BF16', shape: [1], data: Uint16Array.of(0x3f80) };
const integers: Part = { name: 'int', dtype: 'I64', shape: [1], data: BigInt64Array.of(7n) };

describe('a well-formed safetensors file', () => {
  test('lists its tensors in the order of their data', async () => {
    const file = await openSafetensors(
      buildSafetensors([f32('w', [2, 3], [1, 2, 3, 4, 5, 6]), integers, halves, brains]),
    );
    expect(file.format).toBe('safetensors');
    expect(file.tensors).toEqual([
      {
        name: 'w',
        dtype: 'F32',
        shape: [2, 3],
        length: 6,
        byteLength: 24,
        supported: true,
        rowLength: 3,
      },
      {
        name: 'int',
        dtype: 'I64',
        shape: [1],
        length: 1,
        byteLength: 8,
        supported: false,
        rowLength: 1,
      },
      {
        name: 'half',
        dtype: 'F16',
        shape: [2, 1],
        length: 2,
        byteLength: 4,
        supported: true,
        rowLength: 1,
      },
      {
        name: 'brain',
        dtype: 'BF16',
        shape: [1],
        length: 1,
        byteLength: 2,
        supported: true,
        rowLength: 1,
      },
    ]);
    expect(await file.read('w')).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
    expect(await file.read('half')).toEqual(Float32Array.of(1, -2));
    expect(await file.read('brain')).toEqual(Float32Array.of(1));
  });

  test('keeps the bits of NaNs, infinities and -0', async () => {
    const bits = [0x7fc00001, 0xff800001, 0x7f800000, 0x80000000, 0x00000001];
    const part: Part = { name: 'w', dtype: 'F32', shape: [5], data: Uint32Array.from(bits) };
    const file = await openSafetensors(buildSafetensors([part]));
    expect(bitsOf(await file.read('w'))).toEqual(bits);
  });

  test('has scalars, empty tensors, no tensors, metadata, trailing spaces', async () => {
    const parts = [f32('scalar', [], [2.5]), f32('nothing', [3, 0], []), f32('w', [1], [1])];
    const file = await openSafetensors(
      buildSafetensors(parts, (header) => {
        header.__metadata__ = { format: 'pt', ['__proto__']: 'text' };
      }),
    );
    expect(await file.read('scalar')).toEqual(Float32Array.of(2.5));
    expect(await file.read('nothing')).toEqual(new Float32Array(0));
    expect(file.tensors.map(({ rowLength }) => rowLength)).toEqual([1, 1, 1]);
    expect(Object.entries(file.metadata)).toContainEqual(['format', 'pt']);
    expect((await openSafetensors(withHeader('{}      '))).tensors).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty', '', '0', 'a"\\\u{1f600}\u0000'])(
    'may call a tensor %j',
    async (name) => {
      const file = await openSafetensors(buildSafetensors([f32(name, [1], [3])]));
      expect(file.tensors.map((tensor) => tensor.name)).toEqual([name]);
      expect(await file.read(name)).toEqual(Float32Array.of(3));
    },
  );

  test('may have a metadata key __proto__', async () => {
    const { metadata } = await openSafetensors(
      withHeader('{"__metadata__":{"__proto__":"p","toString":"t"}}'),
    );
    expect(Object.entries(metadata)).toEqual([
      ['__proto__', 'p'],
      ['toString', 't'],
    ]);
    expect(metadata.constructor).toBeUndefined();
  });

  test('may hold tensors of a dtype that did not exist when this was written', async () => {
    const part: Part = { name: 'w', dtype: 'F3_NEW', shape: [8], data: new Uint8Array(3) };
    const file = await openSafetensors(buildSafetensors([part, f32('b', [1], [1])]));
    expect(file.tensors[0]).toMatchObject({ dtype: 'F3_NEW', supported: false, byteLength: 3 });
    await expect(file.read('w')).rejects.toMatchObject({
      code: 'unsupported-dtype',
      tensor: 'w',
      field: 'dtype',
      message: 'tensor "w": dtype "F3_NEW" cannot be read; F32, F16, BF16 can',
    });
    expect(await file.read('b')).toEqual(Float32Array.of(1));
  });
});

describe('reading', () => {
  test('opening reads the header alone, and a tensor its own bytes alone', async () => {
    const built = buildSafetensors([f32('a', [4], [1, 2, 3, 4]), f32('b', [2], [5, 6])]);
    const blob = new SpyBlob([built]);
    const file = await openSafetensors(blob);
    const data = built.size - 24;
    expect(blob.slices).toEqual([
      [0, 8],
      [8, data],
    ]);
    blob.slices.length = 0;
    await file.read('b');
    expect(blob.slices).toEqual([[data + 16, data + 24]]);
  });

  test('goes in pieces, tells how far it is, and can be aborted', async () => {
    const length = 5_000_001; // two pieces of 8 MiB and a rest
    const values = Float32Array.from({ length }, (_, i) => i);
    const part: Part = { name: 'w', dtype: 'F32', shape: [length], data: values };
    const blob = new SpyBlob([buildSafetensors([part])]);
    const file = await openSafetensors(blob);
    blob.slices.length = 0;
    const seen: number[] = [];
    const read = await file.read('w', { onProgress: (bytes) => seen.push(bytes) });
    expect(seen).toEqual([8_388_608, 16_777_216, 20_000_004]);
    expect(blob.slices.map(([begin, end]) => end - begin)).toEqual([
      8_388_608, 8_388_608, 3_222_788,
    ]);
    expect(read.findIndex((value, i) => value !== i)).toBe(-1);

    const controller = new AbortController();
    const reason = new Error('enough');
    const aborted = file.read('w', {
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    });
    await expect(aborted).rejects.toBe(reason);
  });

  test('a tensor that is not there', async () => {
    const file = await openSafetensors(buildSafetensors([f32('w', [1], [1])]));
    await expect(file.read('toString')).rejects.toMatchObject({
      code: 'no-such-tensor',
      tensor: 'toString',
      message: 'tensor "toString": not in this file, which has ["w"]',
    });
  });

  test('a file that the system does not give', async () => {
    const blob = new SpyBlob([buildSafetensors([f32('w', [1], [1])])]);
    const file = await openSafetensors(blob);
    blob.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('moved')) }) as Blob;
    const error = await file.read('w').catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(TensorFileError);
    expect(error).toMatchObject({
      code: 'unreadable',
      message: 'the file could not be read: moved',
    });
  });
});
