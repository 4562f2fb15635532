// Reads the golden vectors; README.md beside this file describes their format.
import type { Measurement, QuantizeOptions, Storage } from 'groupwise';

export interface GoldenError {
  readonly code: string;
  readonly index?: number;
  readonly group?: number;
}

export interface GoldenCase {
  readonly name: string;
  /** Only what the case sets. */
  readonly options: QuantizeOptions;
  readonly length: number;
  readonly weights: Float32Array;
  readonly error: GoldenError | undefined;
  readonly codes: Int8Array;
  readonly scales: Float32Array;
  readonly groupMaxError: Float32Array;
  readonly recovered: Float32Array;
  /** NaN where the contract defines no figure: not to be compared. Empty for an error. */
  readonly measure: Partial<Measurement>;
  /** Empty for an error. */
  readonly storage: Partial<Storage>;
}

/** Every case of one file's text. */
export function parseGolden(text: string): GoldenCase[] {
  const cases: GoldenCase[] = [];
  let lines: Map<string, string> = new Map();
  for (const line of text.split('\n')) {
    const [keyword, rest] = cut(line);
    if (keyword === 'end') {
      cases.push(toCase(lines));
      lines = new Map();
    } else if (keyword === 'measure' || keyword === 'storage') {
      lines.set(keyword, `${lines.get(keyword) ?? ''}${rest}\n`);
    } else if (keyword !== '') {
      lines.set(keyword, rest);
    }
  }
  if (cases.length === 0) throw new Error('no golden vectors in the text');
  return cases;
}

function toCase(lines: ReadonlyMap<string, string>): GoldenCase {
  const get = (keyword: string) => lines.get(keyword) ?? '';
  return {
    name: get('case'),
    options: toOptions(lines),
    length: Number(get('length')),
    weights: toFloats(get('weights')),
    error: toError(lines.get('error')),
    codes: Int8Array.from(items(get('codes')), Number),
    scales: toFloats(get('scales')),
    groupMaxError: toFloats(get('groupMaxError')),
    recovered: toFloats(get('recovered')),
    measure: toFigures(get('measure')),
    storage: toFigures(get('storage')),
  };
}

function toOptions(lines: ReadonlyMap<string, string>): QuantizeOptions {
  const options: Record<string, unknown> = {};
  for (const name of ['rowLength', 'bits', 'customScale']) {
    const text = lines.get(name);
    if (text !== undefined) options[name] = Number(text);
  }
  const groupSize = lines.get('groupSize');
  if (groupSize !== undefined) {
    options.groupSize = /^\d+$/.test(groupSize) ? Number(groupSize) : groupSize;
  }
  const rounding = lines.get('rounding');
  if (rounding !== undefined) options.rounding = rounding;
  const scale = lines.get('scale');
  if (scale !== undefined) {
    const [form, digits] = cut(scale);
    options.scale = form === 'digits' ? { digits: Number(digits) } : form;
  }
  return options as QuantizeOptions;
}

function toError(text: string | undefined): GoldenError | undefined {
  if (text === undefined) return undefined;
  const [code, located] = cut(text);
  const [where, position] = cut(located);
  return where === '' ? { code } : { code, [where]: Number(position) };
}

function toFigures(text: string): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const line of text.split('\n')) {
    const [name, figure] = cut(line);
    if (name === '') continue;
    figures[name] = name === 'maxAbs' ? (toFloats(figure)[0] ?? Number.NaN) : toNumber(figure);
  }
  return figures;
}

function toNumber(text: string): number {
  return Number(text.replace('inf', 'Infinity').replace('nan', 'NaN'));
}

function toFloats(text: string): Float32Array {
  // Through the bits: a signaling NaN must not pass through a JavaScript number.
  return new Float32Array(
    Uint32Array.from(items(text), (word) => Number.parseInt(word, 16)).buffer,
  );
}

function items(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

function cut(line: string): [head: string, rest: string] {
  const at = line.indexOf(' ');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
}
