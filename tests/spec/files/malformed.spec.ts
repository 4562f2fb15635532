import { openSafetensors, TensorFileError } from 'groupwise/files';
import { describe, expect, test } from 'vitest';
import { buildSafetensors, type Fields, f32, withHeader } from './build.ts';

async function failure(blob: Blob): Promise<TensorFileError> {
  const error = await openSafetensors(blob).catch((cause: unknown) => cause);
  if (!(error instanceof TensorFileError)) throw new Error(`no TensorFileError: ${String(error)}`);
  return error;
}

/** Two tensors of 8 bytes, the fields of the second replaced. */
function spoiled(fields: Fields): Blob {
  return buildSafetensors([f32('first', [2], [1, 2]), f32('second', [2], [3, 4])], (header) => {
    header.second = { ...(header.second as Fields), ...fields };
  });
}

const whole = spoiled({});
const entry = '{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';
const four = new Uint8Array(4);

describe('the file', () => {
  test.each([
    ['no byte', new Blob([]), 'empty', 'header length'],
    ['7 bytes', new Blob([new Uint8Array(7)]), 'truncated', 'header length'],
    ['a header longer than the file', withHeader('{}', [], 3), 'truncated', 'header length'],
    ['a header cut off', whole.slice(0, 20), 'truncated', 'header length'],
    ['a header of 100 MB and a byte', withHeader('{}', [], 100_000_001), 'header-too-large'],
    ['a header of 2^64 - 1 bytes', withHeader('{}', [], 2n ** 64n - 1n), 'header-too-large'],
    ['a header of no byte', withHeader(''), 'header-not-json', 'header'],
    ['a header that is an array', withHeader('[]'), 'header-not-json', 'header'],
    ['a header after a space', withHeader(' {}'), 'header-not-json', 'header'],
    ['a header that ends early', withHeader('{"w":'), 'header-not-json', 'header'],
    ['a header before more text', withHeader('{} {}'), 'header-not-json', 'header'],
    ['metadata of a number', withHeader('{"__metadata__":{"a":1}}'), 'bad-header'],
    ['metadata of a list', withHeader('{"__metadata__":[]}'), 'bad-header', '__metadata__'],
    ['data no tensor owns', withHeader('{}', [four]), 'trailing-data', 'data_offsets'],
    ['a byte too many', new Blob([whole, four]), 'trailing-data', 'data_offsets'],
  ])('%s', async (_, blob, code, field?: string) => {
    const error = await failure(blob);
    expect(error.code).toBe(code);
    if (field !== undefined) expect(error.field).toBe(field);
    expect(error.tensor).toBeUndefined();
  });

  test('a header that is not UTF-8', async () => {
    const text = '{"__metadata__":{"a":"?"}}';
    const bytes = new TextEncoder().encode(text);
    bytes[text.indexOf('?')] = 0xff;
    const prefix = withHeader('', [], bytes.length);
    expect((await failure(new Blob([prefix, bytes]))).code).toBe('header-not-json');
  });

  test('a header of 100 MB that is not there takes no memory', async () => {
    expect((await failure(withHeader('{}', [], 100_000_000))).code).toBe('truncated');
  });
});

describe('a name or field that stands twice', () => {
  test.each([
    ['a name', `{"w":${entry},"w":${entry}}`, 'duplicate-name', 'w', undefined],
    ['a name, escaped', `{"w":${entry},"\\u0077":${entry}}`, 'duplicate-name', 'w', undefined],
    [
      '__proto__',
      `{"__proto__":${entry},"__proto__":${entry}}`,
      'duplicate-name',
      '__proto__',
      undefined,
    ],
    [
      'a field',
      '{"w":{"dtype":"F32","shape":[1],"shape":[1],"data_offsets":[0,4]}}',
      'bad-tensor',
      'w',
      'shape',
    ],
    ['metadata', '{"__metadata__":{"a":"1","a":"2"}}', 'bad-header', undefined, '__metadata__.a'],
  ])('%s', async (_, text, code, tensor, field) => {
    expect(await failure(withHeader(text, [four]))).toMatchObject({ code, tensor, field });
  });
});

describe('a tensor', () => {
  test.each<[string, Fields, string]>([
    ['no dtype', { dtype: undefined }, 'dtype'],
    ['a dtype that is a number', { dtype: 32 }, 'dtype'],
    ['no shape', { shape: undefined }, 'shape'],
    ['a shape that is a number', { shape: 2 }, 'shape'],
    ['a negative dimension', { shape: [-2] }, 'shape'],
    ['half a dimension', { shape: [0.5] }, 'shape'],
    ['a dimension that is a string', { shape: ['2'] }, 'shape'],
    ['a dimension past 2^53', { shape: [2 ** 53] }, 'shape'],
    ['a product past 2^53', { shape: [2 ** 30, 2 ** 30] }, 'shape'],
    ['a product past what a float holds', { shape: Array(99).fill(2 ** 50) }, 'shape'],
    ['no offsets', { data_offsets: undefined }, 'data_offsets'],
    ['one offset', { data_offsets: [8] }, 'data_offsets'],
    ['three offsets', { data_offsets: [8, 16, 16] }, 'data_offsets'],
    ['a negative offset', { data_offsets: [-8, 0] }, 'data_offsets'],
    ['offsets the wrong way round', { data_offsets: [16, 8] }, 'data_offsets'],
    ['such offsets and a new dtype', { dtype: 'F3', data_offsets: [16, 8] }, 'data_offsets'],
    ['offsets too narrow for the shape', { data_offsets: [8, 12] }, 'data_offsets'],
    ['a shape too small for the offsets', { shape: [1] }, 'data_offsets'],
    ['a dtype too small for the offsets', { dtype: 'F16' }, 'data_offsets'],
    ['offsets that overlap', { data_offsets: [4, 12] }, 'data_offsets'],
    ['a hole before it', { data_offsets: [12, 20] }, 'data_offsets'],
  ])('with %s', async (name, fields, field) => {
    const error = await failure(spoiled(fields));
    const code = name.startsWith('a hole') ? 'truncated' : 'bad-tensor';
    expect(error).toMatchObject({ code, tensor: 'second', field });
    expect(error.message).toContain('tensor "second": ');
    expect(error.message).toContain(field);
  });

  test('nested too deep to be shown', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(await failure(withHeader(`{"w":${deep}}`))).toMatchObject({
      code: 'bad-tensor',
      tensor: 'w',
      message: expect.stringContaining('it is [an array]'),
    });
  });

  test.each(['null', '[]', '"F32"', '7'])('that is %s', async (text) => {
    const error = await failure(withHeader(`{"w":${text}}`));
    expect(error).toMatchObject({ code: 'bad-tensor', tensor: 'w' });
  });

  test('whose data is cut off', async () => {
    expect(await failure(whole.slice(0, whole.size - 1))).toMatchObject({
      code: 'truncated',
      tensor: 'second',
      field: 'data_offsets',
      message:
        'tensor "second": data_offsets [8, 16] in a file with 15 bytes of data: it is cut off',
    });
  });

  test('behind a hole', async () => {
    const blob = withHeader('{"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}', [four, four]);
    expect(await failure(blob)).toMatchObject({
      code: 'bad-tensor',
      message: 'tensor "w": data_offsets [4, 8] leave a hole: they must begin at 0',
    });
  });

  test('says what was found and what is allowed', async () => {
    expect((await failure(spoiled({ data_offsets: [8, 12] }))).message).toBe(
      'tensor "second": data_offsets must be 8 bytes apart, as shape [2] of F32 takes, it is [8, 12]',
    );
    expect((await failure(spoiled({ dtype: 'F3', data_offsets: [16, 8] }))).message).toBe(
      'tensor "second": data_offsets must be [begin, end] with begin <= end, it is [16, 8]',
    );
    expect((await failure(spoiled({ data_offsets: [4, 12] }))).message).toBe(
      'tensor "second": data_offsets [4, 12] overlap those of "first", which end at 8',
    );
  });
});
