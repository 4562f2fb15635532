/** One tensor of a synthetic safetensors file. */
export interface Part {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: ArrayBufferView<ArrayBuffer>;
}

export interface Fields {
  dtype?: unknown;
  shape?: unknown;
  data_offsets?: unknown;
}

/** A well-formed file; `change` may spoil the header before it is written. */
export function buildSafetensors(
  parts: readonly Part[],
  change: (header: Record<string, unknown>) => void = () => {},
): Blob {
  const header: Record<string, unknown> = Object.create(null);
  let end = 0;
  for (const { name, dtype, shape, data } of parts) {
    header[name] = { dtype, shape, data_offsets: [end, end + data.byteLength] };
    end += data.byteLength;
  }
  change(header);
  return withHeader(
    JSON.stringify(header),
    parts.map(({ data }) => data),
  );
}

/** Any header text before any data; `length` lies about the header's. */
export function withHeader(
  text: string,
  data: readonly BlobPart[] = [],
  length?: number | bigint,
): Blob {
  const header = new TextEncoder().encode(text);
  const prefix = new DataView(new ArrayBuffer(8));
  prefix.setBigUint64(0, BigInt(length ?? header.length), true);
  return new Blob([prefix, header, ...data]);
}

export function f32(name: string, shape: readonly number[], values: readonly number[]): Part {
  return { name, dtype: 'F32', shape, data: Float32Array.from(values) };
}

/** A .npy file as numpy.save writes it: the header padded to 64 bytes and ended by a new line. */
export function buildNpy(header: string, data: BlobPart, version = 1): Blob {
  const start = version === 1 ? 10 : 12;
  const padded = header.padEnd(Math.ceil((start + header.length + 1) / 64) * 64 - start - 1);
  const prefix = new DataView(new ArrayBuffer(start));
  for (const [at, char] of [...'\x93NUMPY'].entries()) prefix.setUint8(at, char.charCodeAt(0));
  prefix.setUint8(6, version);
  if (version === 1) prefix.setUint16(8, padded.length + 1, true);
  else prefix.setUint32(8, padded.length + 1, true);
  return new Blob([prefix, `${padded}\n`, data]);
}

export function npyHeader(descr: string, shape: string, fortran = 'False'): string {
  return `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }`;
}

/** Remembers which bytes were asked for. */
export class SpyBlob extends Blob {
  readonly slices: [begin: number, end: number][] = [];

  override slice(begin = 0, end = this.size): Blob {
    this.slices.push([begin, end]);
    return super.slice(begin, end);
  }
}

export function bitsOf(values: Float32Array): number[] {
  return Array.from(new Uint32Array(values.buffer, values.byteOffset, values.length));
}
