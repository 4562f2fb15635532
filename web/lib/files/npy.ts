import { elementCount, readBytes, tensorFile, tensorInfo } from './blob-file.ts';
import { NPY_DTYPES } from './dtype.ts';
import { TensorFileError } from './error.ts';
import { parseNpyHeader } from './npy-header.ts';
import type { TensorFile } from './tensor-file.ts';

export const NPY_MAGIC: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]; // \x93NUMPY

/** Far above any array's header; only version 2 and 3 could say more. */
const MAX_HEADER_BYTES = 2 ** 20;

/**
 * Opens an array saved by `numpy.save` (NumPy Enhancement Proposal 1: versions 1 to 3). Only the
 * header is read here. The file holds one tensor, called `name`.
 * @throws {TensorFileError}
 */
export async function openNpy(blob: Blob, name = 'array'): Promise<TensorFile> {
  const { headerStart, dataStart } = await readPreamble(blob);
  const header = new TextDecoder().decode(await readBytes(blob, headerStart, dataStart));
  const { descr, shape } = parseNpyHeader(header, name);
  const dtype = NPY_DTYPES.get(descr);
  const length = elementCount(shape);
  const bytesHere = blob.size - dataStart;
  const details = { tensor: name, field: 'shape' };
  if (length === undefined) {
    const message = `shape (${shape.join(', ')}) has more than 2^53 - 1 elements`;
    throw new TensorFileError('bad-tensor', message, details);
  }
  const byteLength = dtype ? length * dtype.bytes : bytesHere;
  const takes = `shape (${shape.join(', ')}) of ${descr} takes ${byteLength} bytes`;
  if (byteLength > bytesHere) {
    const message = `${takes}, the file has ${bytesHere}: it is cut off`;
    throw new TensorFileError('truncated', message, details);
  }
  if (byteLength < bytesHere) {
    throw new TensorFileError('trailing-data', `${takes}, the file has ${bytesHere}`, details);
  }
  const info = tensorInfo(name, descr, dtype, shape, length, byteLength);
  return tensorFile('npy', blob, [{ info, begin: dataStart }], NPY_DTYPES, Object.create(null));
}

/** Magic, version, and a header length of 2 bytes (version 1) or 4. */
async function readPreamble(blob: Blob): Promise<{ headerStart: number; dataStart: number }> {
  if (blob.size === 0) throw new TensorFileError('empty', 'the file is empty');
  const start = new DataView((await readBytes(blob, 0, Math.min(12, blob.size))).buffer);
  const magic = NPY_MAGIC.every((byte, at) => at < start.byteLength && start.getUint8(at) === byte);
  if (!magic) {
    const message = 'a .npy file begins with the byte 0x93 and "NUMPY"; this file does not';
    throw new TensorFileError('unknown-format', message, { field: 'magic' });
  }
  const version = start.byteLength > 6 ? start.getUint8(6) : 1;
  if (version < 1 || version > 3) {
    const message = `version ${version} of the format; 1 to 3 can be read`;
    throw new TensorFileError('bad-header', message, { field: 'version' });
  }
  const field = 'header length';
  const headerStart = version === 1 ? 10 : 12;
  if (blob.size < headerStart) {
    const message = `${blob.size} bytes; a .npy file of version ${version} has at least ${headerStart}`;
    throw new TensorFileError('truncated', message, { field });
  }
  const length = version === 1 ? start.getUint16(8, true) : start.getUint32(8, true);
  if (length > MAX_HEADER_BYTES) {
    const message = `a header of ${length} bytes; at most ${MAX_HEADER_BYTES} are allowed`;
    throw new TensorFileError('header-too-large', message, { field });
  }
  if (headerStart + length > blob.size) {
    const message = `a header of ${length} bytes in a file of ${blob.size}: the file is cut off`;
    throw new TensorFileError('truncated', message, { field });
  }
  return { headerStart, dataStart: headerStart + length };
}
