import { expect, test } from 'vitest';
import { NPY_DTYPES, SAFETENSORS_DTYPES } from '../../../web/lib/files/dtype.ts';

const ALL = Uint16Array.from({ length: 0x10000 }, (_, pattern) => pattern);

function convert(dtype: string, data: Uint16Array | Uint32Array, count: number): Float32Array {
  const toFloat32 = (SAFETENSORS_DTYPES.get(dtype) ?? NPY_DTYPES.get(dtype))?.toFloat32;
  const bits = new Uint32Array(count);
  toFloat32?.(new Uint8Array(data.buffer), bits, 0);
  return new Float32Array(bits.buffer);
}

/** IEEE 754 by its definition: a sum of powers of two in float64, where every one is exact. */
function definition(pattern: number, exponentBits: number, fractionBits: number): number {
  const sign = pattern & 0x8000 ? -1 : 1;
  const exponent = (pattern >> fractionBits) & (2 ** exponentBits - 1);
  const fraction = (pattern & (2 ** fractionBits - 1)) / 2 ** fractionBits;
  const bias = 2 ** (exponentBits - 1) - 1;
  if (exponent === 2 ** exponentBits - 1) return fraction ? Number.NaN : sign * Infinity;
  if (exponent === 0) return sign * fraction * 2 ** (1 - bias);
  return sign * (1 + fraction) * 2 ** (exponent - bias);
}

function wrong(values: Float32Array, exponentBits: number, fractionBits: number): number[] {
  return [...ALL].filter(
    (pattern) => !Object.is(values[pattern], definition(pattern, exponentBits, fractionBits)),
  );
}

test('every float16 pattern has its exact value', () => {
  expect(wrong(convert('F16', ALL, 0x10000), 5, 10)).toEqual([]);
});

test('every bfloat16 pattern has its exact value', () => {
  expect(wrong(convert('BF16', ALL, 0x10000), 8, 7)).toEqual([]);
});

test('NaN payloads and signs survive', () => {
  const half = convert('F16', Uint16Array.of(0x7e01, 0xfc01), 2);
  expect([...new Uint32Array(half.buffer)]).toEqual([0x7fc02000, 0xff802000]);
  const brain = convert('BF16', Uint16Array.of(0x7fc1, 0xff81), 2);
  expect([...new Uint32Array(brain.buffer)]).toEqual([0x7fc10000, 0xff810000]);
});

test('big-endian elements are turned round', () => {
  expect(convert('>f4', Uint32Array.of(0x0000803f, 0x0100c0ff), 2)[0]).toBe(1);
  expect(convert('>f2', Uint16Array.of(0x003c, 0x00c0), 2)).toEqual(Float32Array.of(1, -2));
});

test('only what float32 holds exactly is read', () => {
  const read = [...SAFETENSORS_DTYPES].filter(([, { toFloat32 }]) => toFloat32);
  expect(read.map(([name]) => name)).toEqual(['F32', 'F16', 'BF16']);
});
