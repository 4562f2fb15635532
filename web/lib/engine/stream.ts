import type { Measurer } from '#core/simd.mjs';
import type {
  FormatInfo,
  Measurement,
  QuantizeOptions,
  QuantizeStream,
  StreamPiece,
} from '../api/types.ts';
import { GroupwiseError } from '../errors/error.ts';
import { type Settings, settingsOf } from '../options/resolve.ts';
import { checkedWeights, disposed } from './buffers.ts';
import { finish, quantizeJob } from './jobs.ts';
import { planTensor, withPlan } from './plan.ts';
import type { Session } from './session.ts';

/** Carries what does not fill a row (or a group) from one push to the next. */
export class Stream implements QuantizeStream {
  readonly #use: () => Session;
  readonly #settings: Settings;
  /** What pieces are whole numbers of: a row, or without rows a group. */
  #unit = 1;
  #groupsPerUnit = 1;
  #measurer: Measurer | undefined;
  #carry = new Float32Array(0);
  #start = 0;
  #firstGroup = 0;

  /** @param use the quantizer's session; throws once the quantizer has been disposed of */
  constructor(use: () => Session, options: QuantizeOptions, formats: readonly FormatInfo[]) {
    const settings = settingsOf(options, formats);
    const session = use();
    const { groupSize, rowLength } = settings;
    if (groupSize === 'tensor' || (groupSize === 'row' && rowLength === undefined)) {
      throw new GroupwiseError(
        'invalid-group-size',
        `groupSize is '${groupSize}', whose end a stream does not know; allowed are whole numbers from 1, and 'row' with a rowLength`,
      );
    }
    const length = typeof rowLength === 'number' ? rowLength : 0;
    withPlan(planTensor(session, length, settings), ({ handle, format, numGroups }) => {
      // Without rows, pieces are whole blocks, or whole groups of the size that was asked for.
      this.#unit = rowLength ?? format.block ?? (settings.groupSize as number);
      this.#groupsPerUnit =
        rowLength !== undefined ? numGroups : (format.block ?? 1) / (format.group ?? 1);
      this.#measurer = new session.core.Measurer(handle);
    });
    this.#use = use;
    this.#settings = settings;
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
    const session = this.#use();
    const measurer = this.#alive();
    const origin = { start: this.#start, firstGroup: this.#firstGroup };
    const plan = {
      ...planTensor(session, weights.length, this.#settings, { weights }),
      origin,
    };
    const next = measurer.copy() as Measurer;
    try {
      const result = finish(quantizeJob(session, weights, plan, next));
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
