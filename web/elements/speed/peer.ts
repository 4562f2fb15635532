import type { PlainResult } from './plain.ts';

/** A time in ms, and what was made in it. */
export interface Timed<T> {
  readonly ms: number;
  readonly result: T;
}

/** Where plain JavaScript and the copying of memory are timed. */
export interface Peer {
  /** Why this is the page's own thread; null: it is a worker. */
  readonly onPageBecause: string | null;
  /** Makes the tensor, keeps it, and returns a copy. */
  make(length: number): Promise<Float32Array>;
  /** From the question to the arrays being here. */
  quantize(groupSize: number): Promise<Timed<PlainResult>>;
  /** ms for reading and writing 5 bytes a weight. */
  copy(): Promise<number>;
  dispose(): void;
}

/** Weights that are filled from one seed. */
export const FILL_LENGTH = 2 ** 18;

/** Of the weights, the part whose copying reads and writes 5 bytes a weight: 4 + 4 bytes for 5 of 8. */
export const COPIED_SHARE = 5 / 8;

/** A copy is repeated for as long. */
export const COPY_FOR_MS = 5;
