/**
 * - `empty`: no bytes at all
 * - `truncated`: the file ends before what its header promises
 * - `unknown-format`: neither safetensors nor .npy
 * - `header-too-large`, `header-not-json`, `bad-header`: the header as a whole
 * - `duplicate-name`: two tensors of one name
 * - `bad-tensor`: a field of one tensor is missing, malformed or contradicts another
 * - `trailing-data`: bytes after the last tensor
 * - `unsupported-dtype`, `no-such-tensor`: asked of `read`
 * - `unreadable`: the browser or system could not read the file (moved, changed, no permission)
 * - `out-of-memory`: no room for the tensor as float32
 */
export type TensorFileErrorCode =
  | 'empty'
  | 'truncated'
  | 'unknown-format'
  | 'header-too-large'
  | 'header-not-json'
  | 'bad-header'
  | 'duplicate-name'
  | 'bad-tensor'
  | 'trailing-data'
  | 'unsupported-dtype'
  | 'no-such-tensor'
  | 'unreadable'
  | 'out-of-memory';

export interface TensorFileErrorDetails {
  readonly tensor?: string;
  /** The part of the header at fault, by its name in the format. */
  readonly field?: string;
  readonly cause?: unknown;
}

/** What is wrong with a file; the message names the tensor or field, what was found, what is allowed. */
export class TensorFileError extends Error {
  readonly code: TensorFileErrorCode;
  readonly tensor: string | undefined;
  readonly field: string | undefined;

  constructor(code: TensorFileErrorCode, message: string, details: TensorFileErrorDetails = {}) {
    const where = details.tensor === undefined ? '' : `tensor ${show(details.tensor)}: `;
    super(where + message, { cause: details.cause });
    this.name = 'TensorFileError';
    this.code = code;
    this.tensor = details.tensor;
    this.field = details.field;
  }
}

const MOST_CHARACTERS = 80;
const MOST_ITEMS = 8;

/** A value from the file, short enough for a message however long or deep it is. */
export function show(value: unknown): string {
  if (!Array.isArray(value)) return showOne(value);
  const items = value.slice(0, MOST_ITEMS).map(showOne);
  return `[${items.join(', ')}${value.length > MOST_ITEMS ? ', …' : ''}]`;
}

function showOne(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string' || value.length <= MOST_CHARACTERS) return JSON.stringify(value);
  return `${JSON.stringify(value.slice(0, MOST_CHARACTERS))}…`;
}
