import { parseFloat32, whyNotFloat32 } from 'groupwise/options';

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
        reason: whyNotFloat32(piece),
      });
    } else {
      values.push(value);
    }
    index += 1;
  }
  return { values: Float32Array.from(values), problems };
}
