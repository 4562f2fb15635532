import { elementCount, type TensorEntry, tensorInfo } from './blob-file.ts';
import { SAFETENSORS_DTYPES } from './dtype.ts';
import { show, TensorFileError } from './error.ts';

type Field = 'dtype' | 'shape' | 'data_offsets';

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks one tensor of the header by itself. `dataStart` is what its offsets count from. */
export function readEntry(name: string, value: unknown, dataStart: number): TensorEntry {
  if (!isObject(value)) {
    const message = `must be an object of dtype, shape and data_offsets, it is ${show(value)}`;
    throw new TensorFileError('bad-tensor', message, { tensor: name });
  }
  const bad = (field: Field, allowed: string) =>
    new TensorFileError(
      'bad-tensor',
      `${field} must be ${allowed}, it is ${show(own(value, field))}`,
      { tensor: name, field },
    );

  const dtype = own(value, 'dtype');
  if (typeof dtype !== 'string') throw bad('dtype', 'a string');
  const shape = own(value, 'shape');
  if (!isSizes(shape)) throw bad('shape', 'an array of whole numbers from 0 to 2^53 - 1');
  const offsets = own(value, 'data_offsets');
  if (!isSizes(offsets) || offsets.length !== 2) throw bad('data_offsets', '[begin, end]');
  const [begin, end] = offsets as [number, number];
  if (begin > end) throw bad('data_offsets', '[begin, end] with begin <= end');

  const length = elementCount(shape);
  if (length === undefined) throw bad('shape', 'of at most 2^53 - 1 elements');
  // A dtype this version does not know is listed, as not supported: its size cannot be checked.
  const known = SAFETENSORS_DTYPES.get(dtype);
  if (known && length * known.bytes !== end - begin) {
    const takes = `${length * known.bytes} bytes apart, as shape ${show(shape)} of ${dtype} takes`;
    throw bad('data_offsets', takes);
  }
  const info = tensorInfo(name, dtype, known, shape, length, end - begin);
  return { info, begin: dataStart + begin };
}

/**
 * No byte belongs to two tensors or to none, as the reference implementation demands
 * (`Metadata::validate` and `MetadataIncompleteBuffer` in safetensors/src/tensor.rs): a hole could hide
 * another file. `entries` are sorted by where they begin.
 */
export function checkCoverage(
  entries: readonly TensorEntry[],
  dataStart: number,
  fileSize: number,
): void {
  let covered = dataStart;
  let previous = '';
  for (const { info, begin } of entries) {
    const details = { tensor: info.name, field: 'data_offsets' };
    const range = `data_offsets [${begin - dataStart}, ${begin - dataStart + info.byteLength}]`;
    if (begin < covered) {
      const message = `${range} overlap those of ${show(previous)}, which end at ${covered - dataStart}`;
      throw new TensorFileError('bad-tensor', message, details);
    }
    if (begin + info.byteLength > fileSize) {
      const message = `${range} in a file with ${fileSize - dataStart} bytes of data: it is cut off`;
      throw new TensorFileError('truncated', message, details);
    }
    if (begin > covered) {
      const message = `${range} leave a hole: they must begin at ${covered - dataStart}`;
      throw new TensorFileError('bad-tensor', message, details);
    }
    covered = begin + info.byteLength;
    previous = info.name;
  }
  if (covered < fileSize) {
    const message = `${fileSize - covered} bytes after the last tensor belong to none`;
    throw new TensorFileError('trailing-data', message, { field: 'data_offsets' });
  }
}

function own(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
