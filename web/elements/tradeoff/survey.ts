import type { GroupSize } from 'groupwise';
import { BITS, quantizeOptions } from '../options/settings.ts';
import { groupSizeStops } from '../tensors/group-sizes.ts';
import type { MeasurableTensor } from '../tensors/measurable.ts';

/** One setting, and what it costs and keeps. */
export interface Point {
  readonly groupSize: GroupSize;
  readonly bits: number;
  readonly bitsPerWeight: number;
  readonly totalBytes: number;
  readonly sqnrDb: number;
}

export function pointKey({ groupSize, bits }: Pick<Point, 'groupSize' | 'bits'>): string {
  return `${groupSize}/${bits}`;
}

/** Of the group sizes above 256, every other power of two is left out: they differ little. */
export function surveyedSizes(rowLength: number): readonly GroupSize[] {
  return groupSizeStops(rowLength).filter(
    (size) => typeof size !== 'number' || size <= 256 || Math.log2(size) % 2 === 0,
  );
}

/** The order of measuring: the ends and the middle first, so that the picture is there early. */
const BITS_ORDER: readonly number[] = [8, 4, 2, 6, 5, 3, 7];

/** Measures a tensor under every number of bits and every group size, one at a time, in the worker. */
export class Survey {
  readonly #tensor: MeasurableTensor;
  readonly #changed: () => void;
  readonly #work = new AbortController();
  readonly #points = new Map<string, Point>();
  readonly sizes: readonly GroupSize[];
  #problem: string | null = null;

  constructor(tensor: MeasurableTensor, changed: () => void) {
    this.#tensor = tensor;
    this.#changed = changed;
    this.sizes = surveyedSizes(tensor.rowLength);
  }

  get total(): number {
    return this.sizes.length * BITS.length;
  }

  /** Measured so far, by {@link pointKey}. */
  get points(): ReadonlyMap<string, Point> {
    return this.#points;
  }

  get problem(): string | null {
    return this.#problem;
  }

  async run(): Promise<void> {
    const { signal } = this.#work;
    try {
      for (const bits of BITS_ORDER) {
        for (const groupSize of this.sizes) await this.#measure(groupSize, bits, signal);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#problem = error instanceof Error ? error.message : String(error);
      this.#changed();
    }
  }

  stop(): void {
    this.#work.abort();
  }

  async #measure(groupSize: GroupSize, bits: number, signal: AbortSignal): Promise<void> {
    const { settings, rowLength, length } = this.#tensor;
    const row = length > 0 ? rowLength : null;
    const options = quantizeOptions({ ...settings, groupSize, bits, rowLength: row });
    const [{ sqnrDb }, { bitsPerWeight, totalBytes }] = await Promise.all([
      this.#tensor.measure(options, signal),
      this.#tensor.storage(options),
    ]);
    signal.throwIfAborted();
    const point = { groupSize, bits, bitsPerWeight, totalBytes, sqnrDb };
    this.#points.set(pointKey(point), point);
    this.#changed();
  }
}
