import { type Dtype, supportedNames } from './dtype.ts';
import { show, TensorFileError } from './error.ts';
import type { ReadOptions, TensorFile, TensorInfo } from './tensor-file.ts';

/** Bytes read at once. A multiple of every element's size, so that none is cut in two. */
const PIECE_BYTES = 8 * 2 ** 20;

export interface TensorEntry {
  readonly info: TensorInfo;
  /** Where its data begins, from the start of the blob. */
  readonly begin: number;
}

export async function readBytes(blob: Blob, begin: number, end: number): Promise<Uint8Array> {
  let buffer: ArrayBuffer;
  try {
    buffer = await blob.slice(begin, end).arrayBuffer();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TensorFileError('unreadable', `the file could not be read: ${reason}`, { cause });
  }
  if (buffer.byteLength !== end - begin) {
    const message = `${end - begin} bytes wanted at ${begin}, the file gave ${buffer.byteLength}`;
    throw new TensorFileError('truncated', message);
  }
  return new Uint8Array(buffer);
}

/** Everything about a tensor that follows from its dtype and shape. `length` is their product. */
export function tensorInfo(
  name: string,
  dtype: string,
  known: Dtype | undefined,
  shape: readonly number[],
  length: number,
  byteLength: number,
): TensorInfo {
  const rowLength = Math.max(1, shape.at(-1) ?? 1);
  const supported = known?.toFloat32 !== undefined;
  return { name, dtype, shape, length, byteLength, supported, rowLength };
}

/** Number of elements, or undefined past 2^53 - 1. */
export function elementCount(shape: readonly number[]): number | undefined {
  const product = shape.reduce((count, dimension) => count * dimension, 1);
  return Number.isSafeInteger(product) ? product : undefined;
}

export function tensorFile(
  format: TensorFile['format'],
  blob: Blob,
  entries: readonly TensorEntry[],
  dtypes: ReadonlyMap<string, Dtype>,
  metadata: Readonly<Record<string, string>>,
): TensorFile {
  const byName = new Map(entries.map((entry) => [entry.info.name, entry]));
  return {
    format,
    tensors: entries.map(({ info }) => info),
    metadata,
    async read(name, options = {}) {
      const entry = byName.get(name);
      if (!entry) {
        const names = show([...byName.keys()]);
        throw new TensorFileError('no-such-tensor', `not in this file, which has ${names}`, {
          tensor: name,
        });
      }
      return readTensor(blob, entry, dtypes, options);
    },
  };
}

async function readTensor(
  blob: Blob,
  { info, begin }: TensorEntry,
  dtypes: ReadonlyMap<string, Dtype>,
  { signal, onProgress }: ReadOptions,
): Promise<Float32Array> {
  const toFloat32 = dtypes.get(info.dtype)?.toFloat32;
  if (!toFloat32) {
    const message = `dtype ${show(info.dtype)} cannot be read; ${supportedNames(dtypes)} can`;
    throw new TensorFileError('unsupported-dtype', message, { tensor: info.name, field: 'dtype' });
  }
  const values = allocate(info);
  const bits = new Uint32Array(values.buffer);
  let done = 0;
  while (done < info.byteLength) {
    signal?.throwIfAborted();
    const end = Math.min(done + PIECE_BYTES, info.byteLength);
    const bytes = await readBytes(blob, begin + done, begin + end);
    toFloat32(bytes, bits, done / (info.byteLength / info.length));
    done = end;
    onProgress?.(done, info.byteLength);
  }
  signal?.throwIfAborted();
  return values;
}

function allocate({ name, length }: TensorInfo): Float32Array<ArrayBuffer> {
  try {
    return new Float32Array(length);
  } catch (cause) {
    const message = `no memory for ${length} weights as float32 (${4 * length} bytes)`;
    throw new TensorFileError('out-of-memory', message, { tensor: name, cause });
  }
}
