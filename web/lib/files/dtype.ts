/** Writes the float32 bits of each element of `bytes` (whole elements, offset a multiple of 8). */
export type ToFloat32 = (bytes: Uint8Array, into: Uint32Array, at: number) => void;

export interface Dtype {
  /** Size of one element. */
  readonly bytes: number;
  /** Absent where float32 cannot hold every value, or where the elements are no weights. */
  readonly toFloat32?: ToFloat32;
}

const fromF32: ToFloat32 = (bytes, into, at) => {
  into.set(new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4), at);
};

const fromBf16: ToFloat32 = (bytes, into, at) => {
  const halves = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  // bfloat16 is the upper half of a float32.
  for (let i = 0; i < halves.length; i++) into[at + i] = (halves[i] as number) << 16;
};

const fromF16: ToFloat32 = (bytes, into, at) => {
  const table = halfTable();
  const halves = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  for (let i = 0; i < halves.length; i++) into[at + i] = table[halves[i] as number] as number;
};

const swapped =
  (convert: ToFloat32, size: 2 | 4): ToFloat32 =>
  (bytes, into, at) => {
    const reversed = new Uint8Array(bytes.length);
    for (let i = 0; i < bytes.length; i++) reversed[i ^ (size - 1)] = bytes[i] as number;
    convert(reversed, into, at);
  };

/** float32 bits of a binary16: exact, subnormals and NaN payloads included. */
function halfToFloat32Bits(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return sign | 0x7f800000 | (fraction << 13);
  if (exponent > 0) return sign | ((exponent + 112) << 23) | (fraction << 13); // 112 = 127 - 15
  if (fraction === 0) return sign;
  // A subnormal: normalize, so that the leading bit becomes the implicit one.
  const shift = Math.clz32(fraction) - 21;
  return sign | ((113 - shift) << 23) | ((fraction << (13 + shift)) & 0x7fffff);
}

let halves: Uint32Array | undefined;

/** All 65,536 of them (256 kB), made at first use: a look-up an element afterwards. */
function halfTable(): Uint32Array {
  halves ??= Uint32Array.from({ length: 0x10000 }, (_, half) => halfToFloat32Bits(half));
  return halves;
}

/** The dtypes of safetensors (`Dtype` in safetensors/src/tensor.rs of the reference implementation). */
export const SAFETENSORS_DTYPES: ReadonlyMap<string, Dtype> = new Map<string, Dtype>([
  ['F32', { bytes: 4, toFloat32: fromF32 }],
  ['F16', { bytes: 2, toFloat32: fromF16 }],
  ['BF16', { bytes: 2, toFloat32: fromBf16 }],
  ['BOOL', { bytes: 1 }],
  ['U8', { bytes: 1 }],
  ['I8', { bytes: 1 }],
  ['F8_E5M2', { bytes: 1 }],
  ['F8_E4M3', { bytes: 1 }],
  ['I16', { bytes: 2 }],
  ['U16', { bytes: 2 }],
  ['I32', { bytes: 4 }],
  ['U32', { bytes: 4 }],
  ['F64', { bytes: 8 }],
  ['I64', { bytes: 8 }],
  ['U64', { bytes: 8 }],
]);

/** The float types of NumPy that float32 holds exactly, by their `descr`. */
export const NPY_DTYPES: ReadonlyMap<string, Dtype> = new Map<string, Dtype>([
  ['<f4', { bytes: 4, toFloat32: fromF32 }],
  ['<f2', { bytes: 2, toFloat32: fromF16 }],
  ['>f4', { bytes: 4, toFloat32: swapped(fromF32, 4) }],
  ['>f2', { bytes: 2, toFloat32: swapped(fromF16, 2) }],
]);

export function supportedNames(dtypes: ReadonlyMap<string, Dtype>): string {
  return [...dtypes].flatMap(([name, { toFloat32 }]) => (toFloat32 ? [name] : [])).join(', ');
}
