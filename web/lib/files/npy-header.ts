import { show, TensorFileError } from './error.ts';

export interface NpyHeader {
  readonly descr: string;
  readonly shape: readonly number[];
}

// One `'key': value` of the Python dictionary.
const ENTRY =
  /\s*(['"])(\w+)\1\s*:\s*(?:(['"])([^'"\\]*)\3|(True|False)|\(([\d\s,L]*)\))\s*(?:,|(?=\s*\}))/y;

/** Reads the three entries of a .npy header, in any order, and nothing else. */
export function parseNpyHeader(text: string, tensor: string): NpyHeader {
  const entries = readEntries(text, tensor);
  const need = (field: string, found: unknown, allowed: string) =>
    new TensorFileError('bad-tensor', `${field} must be ${allowed}, it is ${show(found)}`, {
      tensor,
      field,
    });
  const descr = entries.get('descr');
  if (typeof descr !== 'string') throw need('descr', descr, 'the name of one type');
  const fortran = entries.get('fortran_order');
  if (typeof fortran !== 'boolean') throw need('fortran_order', fortran, 'True or False');
  const shape = entries.get('shape');
  if (!Array.isArray(shape)) throw need('shape', shape, 'a tuple of whole numbers');
  if (!shape.every(Number.isSafeInteger)) {
    throw need('shape', shape, 'of whole numbers from 0 to 2^53 - 1');
  }
  if (fortran && shape.filter((dimension) => dimension !== 1).length > 1) {
    const message =
      'fortran_order is True: columns are contiguous, not rows. ' +
      'Save numpy.ascontiguousarray(array) instead';
    throw new TensorFileError('bad-tensor', message, { tensor, field: 'fortran_order' });
  }
  return { descr, shape };
}

/** The numbers of a tuple, NaN for what is none; the last may be followed by a comma. */
function toSizes(tuple: string): number[] {
  const items = tuple.split(',').map((item) => item.trim());
  if (items.at(-1) === '') items.pop();
  // Python 2 wrote 3L.
  return items.map((item) => (/^\d+L?$/.test(item) ? Number.parseInt(item, 10) : Number.NaN));
}

type Value = string | boolean | number[];

function readEntries(text: string, tensor: string): Map<string, Value> {
  const body = text.trim();
  const entries = new Map<string, Value>();
  const bad = (message: string, field: string) =>
    new TensorFileError('bad-header', message, { tensor, field });
  if (!body.startsWith('{') || !body.endsWith('}')) {
    throw bad(`the header must be a Python dictionary, it is ${show(body)}`, 'header');
  }
  ENTRY.lastIndex = 1;
  let end = 1;
  for (let match = ENTRY.exec(body); match; match = ENTRY.exec(body)) {
    const [, , key = '', , string, truth, sizes] = match;
    if (entries.has(key)) throw bad(`${show(key)} stands twice in the header`, key);
    if (string !== undefined) entries.set(key, string);
    else if (truth !== undefined) entries.set(key, truth === 'True');
    else entries.set(key, toSizes(sizes ?? ''));
    end = ENTRY.lastIndex;
  }
  const rest = body.slice(end).trim();
  if (/^(['"])descr\1\s*:\s*\[/.test(rest)) {
    const message = 'an array of records cannot be read; save one field of it';
    throw new TensorFileError('unsupported-dtype', message, { tensor, field: 'descr' });
  }
  if (rest !== '}') throw bad(`the header cannot be read from ${show(rest)} on`, 'header');
  return entries;
}
