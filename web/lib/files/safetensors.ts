import { readBytes, type TensorEntry, tensorFile } from './blob-file.ts';
import { SAFETENSORS_DTYPES } from './dtype.ts';
import { findDuplicateKey } from './duplicate-key.ts';
import { show, TensorFileError } from './error.ts';
import { checkCoverage, isObject, readEntry } from './safetensors-entry.ts';
import type { TensorFile } from './tensor-file.ts';

/** The header's limit in the reference implementation (MAX_HEADER_SIZE in safetensors/src/tensor.rs). */
export const MAX_HEADER_BYTES = 100_000_000;

const LENGTH_BYTES = 8;
const METADATA = '__metadata__';

/**
 * Opens a safetensors file: 8 bytes of header length (u64, little-endian), a JSON object of tensors,
 * then their data. Only the header is read here.
 *
 * As strict as the reference implementation: the tensors' data must cover the rest of the file without
 * overlap, hole or trailing byte. Stricter in one thing: no key may stand twice.
 * @throws {TensorFileError}
 */
export async function openSafetensors(blob: Blob): Promise<TensorFile> {
  const dataStart = LENGTH_BYTES + (await readHeaderLength(blob));
  const header = parseHeader(await readBytes(blob, LENGTH_BYTES, dataStart));
  const metadata = readMetadata(header[METADATA]);
  const entries: TensorEntry[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name !== METADATA) entries.push(readEntry(name, value, dataStart));
  }
  entries.sort((a, b) => a.begin - b.begin || a.info.byteLength - b.info.byteLength);
  checkCoverage(entries, dataStart, blob.size);
  return tensorFile('safetensors', blob, entries, SAFETENSORS_DTYPES, metadata);
}

async function readHeaderLength(blob: Blob): Promise<number> {
  const field = 'header length';
  if (blob.size === 0) throw new TensorFileError('empty', 'the file is empty', { field });
  if (blob.size < LENGTH_BYTES) {
    const message = `${blob.size} bytes; a safetensors file begins with 8 bytes of header length`;
    throw new TensorFileError('truncated', message, { field });
  }
  const bytes = await readBytes(blob, 0, LENGTH_BYTES);
  const length = new DataView(bytes.buffer).getBigUint64(0, true);
  if (length > MAX_HEADER_BYTES) {
    const message = `a header of ${length} bytes; at most ${MAX_HEADER_BYTES} are allowed`;
    throw new TensorFileError('header-too-large', message, { field });
  }
  if (LENGTH_BYTES + Number(length) > blob.size) {
    const message = `a header of ${length} bytes in a file of ${blob.size}: the file is cut off`;
    throw new TensorFileError('truncated', message, { field });
  }
  return Number(length);
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  const field = 'header';
  if (bytes[0] !== 0x7b) {
    const found = bytes.length === 0 ? 'nothing' : `byte 0x${bytes[0]?.toString(16)}`;
    const message = `the header must begin with "{", it begins with ${found}`;
    throw new TensorFileError('header-not-json', message, { field });
  }
  let text: string;
  let header: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    header = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `the header is not JSON in UTF-8: ${reason}`;
    throw new TensorFileError('header-not-json', message, { field, cause });
  }
  refuseDuplicates(text);
  return header as Record<string, unknown>; // valid JSON that begins with "{" is an object
}

function refuseDuplicates(text: string): void {
  const path = findDuplicateKey(text);
  if (path === undefined) return;
  const [name = '', ...fields] = path;
  const field = fields.join('.');
  if (name === METADATA) {
    const whole = [METADATA, ...fields].join('.');
    throw new TensorFileError('bad-header', `${show(whole)} stands twice`, { field: whole });
  }
  if (fields.length === 0) {
    throw new TensorFileError('duplicate-name', 'stands twice in the header', { tensor: name });
  }
  throw new TensorFileError('bad-tensor', `${show(field)} stands twice`, { tensor: name, field });
}

function readMetadata(value: unknown): Record<string, string> {
  const metadata: Record<string, string> = Object.create(null);
  if (value === undefined || value === null) return metadata;
  if (!isObject(value)) {
    const message = `${METADATA} must be an object of strings, it is ${show(value)}`;
    throw new TensorFileError('bad-header', message, { field: METADATA });
  }
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string') {
      const field = `${METADATA}.${key}`;
      const message = `${show(field)} must be a string, it is ${show(text)}`;
      throw new TensorFileError('bad-header', message, { field });
    }
    metadata[key] = text;
  }
  return metadata;
}
