interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A safetensors file of F32 tensors. */
export function safetensors(entries: readonly Entry[]): Buffer {
  const header: Record<string, unknown> = {};
  let offset = 0;
  for (const { name, shape, values } of entries) {
    header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + values.byteLength] };
    offset += values.byteLength;
  }
  const text = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(text.length));
  const data = entries.map(({ values }) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  );
  return Buffer.concat([size, text, ...data]);
}

/** Reproducible weights, most of them small. */
export function weights(length: number): Float32Array {
  let state = 12345;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return ((state / 2 ** 32) * 2 - 1) ** 3;
  });
}
