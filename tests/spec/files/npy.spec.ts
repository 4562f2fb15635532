import { openNpy, TensorFileError } from 'groupwise/files';
import { describe, expect, test } from 'vitest';
import { buildNpy, npyHeader } from './build.ts';

const six = Float32Array.of(1, 2, 3, 4, 5, 6);

describe('a well-formed .npy file', () => {
  test.each([1, 2, 3])('version %i', async (version) => {
    const file = await openNpy(buildNpy(npyHeader('<f4', '(2, 3)'), six, version), 'w');
    expect(file.format).toBe('npy');
    expect(file.tensors).toEqual([
      {
        name: 'w',
        dtype: '<f4',
        shape: [2, 3],
        length: 6,
        byteLength: 24,
        supported: true,
        rowLength: 3,
      },
    ]);
    expect(await file.read('w')).toEqual(six);
  });

  test.each<[string, string, BlobPart, number[], number[]]>([
    ['one dimension', npyHeader('<f4', '(6,)'), six, [6], [...six]],
    ['a scalar', npyHeader('<f4', '()'), Float32Array.of(7), [], [7]],
    ['no element', npyHeader('<f4', '(3, 0)'), new Float32Array(0), [3, 0], []],
    ['float16', npyHeader('<f2', '(2,)'), Uint16Array.of(0x3c00, 0xc000), [2], [1, -2]],
    ['big-endian', npyHeader('>f4', '(1,)'), Uint8Array.of(0x3f, 0x80, 0, 0), [1], [1]],
    ['Python 2', npyHeader('<f4', '(2L, 3L)'), six, [2, 3], [...six]],
    ['one row in fortran order', npyHeader('<f4', '(1, 6)', 'True'), six, [1, 6], [...six]],
    [
      'keys in another order, other quotes, no last comma',
      '{"shape": (6,), "fortran_order": False, "descr": "<f4"}',
      six,
      [6],
      [...six],
    ],
  ])('%s', async (_, header, data, shape, values) => {
    const file = await openNpy(buildNpy(header, data));
    expect(file.tensors[0]?.shape).toEqual(shape);
    expect(await file.read('array')).toEqual(Float32Array.from(values));
  });

  test('float64 is listed, and reading it is refused', async () => {
    const file = await openNpy(buildNpy(npyHeader('<f8', '(1,)'), Float64Array.of(1)));
    expect(file.tensors[0]).toMatchObject({ dtype: '<f8', supported: false, byteLength: 8 });
    await expect(file.read('array')).rejects.toMatchObject({
      code: 'unsupported-dtype',
      tensor: 'array',
      message: 'tensor "array": dtype "<f8" cannot be read; <f4, <f2, >f4, >f2 can',
    });
  });
});

describe('a malformed .npy file', () => {
  const good = buildNpy(npyHeader('<f4', '(2, 3)'), six);
  const huge = new DataView(new ArrayBuffer(12));
  for (const [at, byte] of [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 2].entries()) {
    huge.setUint8(at, byte);
  }
  huge.setUint32(8, 2 ** 31, true);

  test.each<[string, Blob, string, string | undefined]>([
    ['no byte', new Blob([]), 'empty', undefined],
    ['another magic', new Blob(['NUMPY and more']), 'unknown-format', 'magic'],
    ['the magic alone', good.slice(0, 6), 'truncated', 'header length'],
    ['a header cut off', good.slice(0, 40), 'truncated', 'header length'],
    ['data cut off', good.slice(0, good.size - 1), 'truncated', 'shape'],
    ['data left over', new Blob([good, 'x']), 'trailing-data', 'shape'],
    ['a header of 2 GB', new Blob([huge]), 'header-too-large', 'header length'],
    ['version 4', buildNpy(npyHeader('<f4', '(6,)'), six, 4), 'bad-header', 'version'],
    ['no dictionary', buildNpy('[]', six), 'bad-header', 'header'],
    ['a dictionary cut off', buildNpy("{'descr': '<f4'", six), 'bad-header', 'header'],
    ['code', buildNpy("{'descr': open('x'), }", six), 'bad-header', 'header'],
    ['no descr', buildNpy("{'shape': (6,), }", six), 'bad-tensor', 'descr'],
    ['no order', buildNpy("{'descr': '<f4', 'shape': (6,)}", six), 'bad-tensor', 'fortran_order'],
    ['no shape', buildNpy("{'descr': '<f4', 'fortran_order': False}", six), 'bad-tensor', 'shape'],
    ['an empty dimension', buildNpy(npyHeader('<f4', '(2,,3)'), six), 'bad-tensor', 'shape'],
    ['a vast dimension', buildNpy(npyHeader('<f4', `(${2 ** 53},)`), six), 'bad-tensor', 'shape'],
    [
      'a vast product',
      buildNpy(npyHeader('<f4', `(${2 ** 30}, ${2 ** 30})`), six),
      'bad-tensor',
      'shape',
    ],
    ['a key twice', buildNpy("{'shape': (6,), 'shape': (6,)}", six), 'bad-header', 'shape'],
    ['columns', buildNpy(npyHeader('<f4', '(2, 3)', 'True'), six), 'bad-tensor', 'fortran_order'],
    [
      'records',
      buildNpy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (6,), }", six),
      'unsupported-dtype',
      'descr',
    ],
  ])('%s', async (_, blob, code, field) => {
    const error = await openNpy(blob).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(TensorFileError);
    expect(error).toMatchObject({ code, field });
  });
});
