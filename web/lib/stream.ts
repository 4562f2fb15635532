import type { Measurer } from '#core/simd.mjs';
import { checkedWeights, disposed } from './buffers.ts';
import { GroupwiseError } from './errors.ts';
import { planTensor } from './plan.ts';
import { type Settings, settingsOf } from './request.ts';
import { type Bench, finish, quantizeSteps } from './steps.ts';
import type { Measurement, QuantizeOptions, QuantizeStream, StreamPiece } from './types.ts';

/** Carries what does not fill a row (or a group) from one push to the next. */
export class Stream implements QuantizeStream {
  readonly #use: () => Bench;
  readonly #settings: Settings;
  /** What pieces are whole numbers of: a row, or without rows a group. */
  readonly #unit: number;
  readonly #groupsPerUnit: number;
  #measurer: Measurer | undefined;
  #carry = new Float32Array(0);
  #start = 0;
  #firstGroup = 0;

  /** @param use the quantizer's bench; throws once the quantizer has been disposed of */
  constructor(use: () => Bench, options: QuantizeOptions) {
    const settings = settingsOf(options);
    const { core } = use();
    const { groupSize, rowLength } = settings;
    if (groupSize === 'tensor' || (groupSize === 'row' && rowLength === undefined)) {
      throw new GroupwiseError(
        'invalid-group-size',
        `groupSize is '${groupSize}', whose end a stream does not know; allowed are whole numbers from 1, and 'row' with a rowLength`,
      );
    }
    const plan = planTensor(core, typeof rowLength === 'number' ? rowLength : 0, settings);
    this.#unit = rowLength ?? (groupSize as number);
    this.#groupsPerUnit = rowLength === undefined ? 1 : plan.numGroups;
    this.#use = use;
    this.#settings = settings;
    this.#measurer = new core.Measurer(plan.request);
  }

  push(weights: Float32Array): StreamPiece {
    checkedWeights(weights);
    this.#alive();
    const available = this.#carry.length + weights.length;
    const whole = available - (available % this.#unit);
    const joined = this.#carry.length === 0 ? weights : concatenated(this.#carry, weights);
    const piece = this.#quantize(joined.subarray(0, whole));
    this.#carry = joined.slice(whole);
    this.#start += whole;
    this.#firstGroup += (whole / this.#unit) * this.#groupsPerUnit;
    return piece;
  }

  end(): StreamPiece {
    this.#alive();
    const rest = this.#carry;
    if (rest.length > 0 && this.#settings.rowLength !== undefined) {
      throw new GroupwiseError(
        'invalid-row-length',
        `the stream ends ${rest.length} weights into a row; rowLength is ${this.#unit}`,
      );
    }
    const piece = this.#quantize(rest);
    this.#carry = new Float32Array(0);
    this.#start += rest.length;
    this.#firstGroup += piece.scales.length;
    return piece;
  }

  measure(): Measurement {
    return this.#alive().figures();
  }

  dispose(): void {
    this.#measurer?.delete();
    this.#measurer = undefined;
  }

  #quantize(weights: Float32Array): StreamPiece {
    const bench = this.#use();
    const measurer = this.#alive();
    const origin = { start: this.#start, firstGroup: this.#firstGroup };
    const plan = {
      ...planTensor(bench.core, weights.length, this.#settings, { weights }),
      origin,
    };
    const next = measurer.copy() as Measurer;
    try {
      const result = finish(quantizeSteps(bench, weights, plan, next));
      measurer.delete();
      this.#measurer = next;
      return { ...result, ...origin };
    } catch (error) {
      next.delete();
      throw error;
    }
  }

  #alive(): Measurer {
    if (this.#measurer === undefined) throw disposed('stream');
    this.#use();
    return this.#measurer;
  }
}

function concatenated(first: Float32Array, second: Float32Array): Float32Array<ArrayBuffer> {
  const joined = new Float32Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
