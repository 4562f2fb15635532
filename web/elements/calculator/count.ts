import { quoted } from 'groupwise/options';
import { formatCount } from '../text/format.ts';
import type { Parsed } from '../text/parsed.ts';

/** How many parameters there are, and how long a row is where they were given as rows × columns. */
export interface ParameterCount {
  readonly length: number;
  readonly rowLength: number | null;
}

const EXPONENTS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  g: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};

/** Digits, perhaps in groups of three; decimals; an exponent; a word for a power of ten. */
const COUNT =
  /^\+?(\d{1,3}(?:[ ,_'’\u00a0\u2009\u202f]\d{3})+|\d+)?(\.\d*)?(?:e\+?(\d{1,2}))?\s*([a-z]+)?\.?$/i;

/**
 * Reads a number of parameters as people write it: 7e9, 7B, 8.03 billion, 70,000,000,000, 70 000 000 000, or a shape:
 * 4096 x 4096.
 */
export function readParameters(text: string): Parsed<ParameterCount> {
  const plain = text.trim().replace(/^\[(.*)\]$/, '$1');
  const sides = plain.split(/(?<=\d)\s*[x×*]\s*(?=\d)/i);
  if (sides.length > 2)
    return { problem: `${quoted(text.trim())} has more than two sides: give rows × columns` };
  const lengths = sides.map(readWhole);
  const refused = lengths.find((each) => typeof each === 'string');
  if (typeof refused === 'string') return { problem: refused };
  const [rows = 0, columns] = lengths as number[];
  const length = columns === undefined ? rows : rows * columns;
  if (length > Number.MAX_SAFE_INTEGER) return { problem: tooLarge(text) };
  return { value: { length, rowLength: columns ?? null } };
}

/** The text that {@link readParameters} reads back to the same. */
export function parametersText({ length, rowLength }: ParameterCount): string {
  return rowLength === null ? String(length) : `${length / rowLength} x ${rowLength}`;
}

/** The number, or why there is none. */
function readWhole(text: string): number | string {
  const match = COUNT.exec(text.trim());
  const [, digits = '', decimals = '', exponentText = '0', unit = ''] = match ?? [];
  const power = unit === '' ? 0 : EXPONENTS[unit.toLowerCase()];
  if (text.trim() === '') return 'a number is missing here';
  if (!match || (digits === '' && !/\d/.test(decimals)) || power === undefined) {
    if (/^\d+,\d+\s*[a-z]*$/i.test(text.trim())) {
      return `${quoted(text.trim())} is not a number: a comma stands between thousands, a point before decimals`;
    }
    return `${quoted(text.trim())} is not a number of parameters, such as 7e9, 7B or 70 billion`;
  }
  // As one decimal text, so that 8.03 billion is 8030000000 and not a float next to it.
  const value = Number(
    `${digits.replaceAll(/\D/g, '') || '0'}${decimals}e${Number(exponentText) + power}`,
  );
  if (value > Number.MAX_SAFE_INTEGER) return tooLarge(text);
  if (!Number.isInteger(value)) return `${quoted(text.trim())} is not a whole number`;
  return value >= 1 ? value : `${quoted(text.trim())} is less than one parameter`;
}

function tooLarge(text: string): string {
  return `${quoted(text.trim())} is too large: at most ${formatCount(Number.MAX_SAFE_INTEGER)}`;
}
