import { readBytes } from './blob-file.ts';
import { show, TensorFileError } from './error.ts';
import { NPY_MAGIC, openNpy } from './npy.ts';
import { openSafetensors } from './safetensors.ts';
import type { TensorFile } from './tensor-file.ts';

const BRACE = 0x7b;

/** Files people try, by how they begin: a message that knows them saves a search. */
const OTHERS: readonly (readonly [start: string, what: string])[] = [
  ['GGUF', 'a GGUF file'],
  ['PK', 'a zip archive, as PyTorch checkpoints and .npz are'],
  ['\x80', 'a Python pickle'],
  ['\x89HDF', 'an HDF5 file'],
];

/**
 * Opens a safetensors or .npy file, told apart by how it begins; the name decides only where that
 * says nothing.
 * @throws {TensorFileError}
 */
export async function openTensorFile(blob: Blob, name: string): Promise<TensorFile> {
  if (blob.size === 0) throw new TensorFileError('empty', `${show(name)} is empty`);
  const start = await readBytes(blob, 0, Math.min(9, blob.size));
  if (NPY_MAGIC.every((byte, at) => start[at] === byte)) {
    return openNpy(blob, name.replace(/\.npy$/i, ''));
  }
  const text = String.fromCharCode(...start);
  const other = OTHERS.find(([prefix]) => text.startsWith(prefix));
  if (start[8] === BRACE || (!other && /\.safetensors$/i.test(name))) return openSafetensors(blob);
  const what = other?.[1] ?? 'neither';
  const message = `${show(name)} is ${what}; safetensors and .npy files can be read`;
  throw new TensorFileError('unknown-format', message);
}
