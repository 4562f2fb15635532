import { parseFloat32 } from './float32.ts';

/** A piece of typed text that is not a weight: where it stands and why it was refused. */
export interface NotANumber {
  readonly text: string;
  /** Position in the list, from 0. */
  readonly index: number;
  /** Character range in the text. */
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export interface ParsedWeights {
  /** The float32 values that were read, in order. */
  readonly values: Float32Array;
  readonly problems: readonly NotANumber[];
}

const SEPARATED = /[^\s,;[\]()]+/g;

/**
 * Reads weights as people type and paste them: separated by spaces, commas, semicolons or new lines, brackets around them
 * ignored, scientific notation, a minus sign as `-` or U+2212.
 */
export function parseWeights(text: string): ParsedWeights {
  const values: number[] = [];
  const problems: NotANumber[] = [];
  let index = 0;
  for (const match of text.matchAll(SEPARATED)) {
    const piece = match[0];
    const value = parseFloat32(piece);
    if (value === undefined) {
      const start = match.index;
      problems.push({
        text: piece,
        index,
        start,
        end: start + piece.length,
        reason: whyNot(piece),
      });
    } else {
      values.push(value);
    }
    index += 1;
  }
  return { values: Float32Array.from(values), problems };
}

/** Says in a few words why a text is not a weight; the text itself is cut to a readable length. */
export function whyNot(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return 'a number is missing here';
  const shown = trimmed.length > 24 ? `${trimmed.slice(0, 24)}…` : trimmed;
  if (/^[-+\u2212]?(nan|inf(inity)?)$/i.test(trimmed)) return `“${shown}” is not a finite number`;
  if (Number.isFinite(Number(trimmed.replaceAll('\u2212', '-')))) {
    return `“${shown}” is too large for float32 (at most 3.4e38)`;
  }
  return `“${shown}” is not a number`;
}
