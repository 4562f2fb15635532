import { checkedWeights, disposed, workspaceWith } from './buffers.ts';
import { checkedObject } from './checked-object.ts';
import type { Core } from './core/core.ts';
import { GroupwiseError } from './errors.ts';
import { planQuantized, planTensor } from './plan.ts';
import { settingsOf } from './request.ts';
import { Resident } from './resident.ts';
import { shown } from './shown.ts';
import {
  type Bench,
  dequantizeSteps,
  finish,
  measureSteps,
  quantizeSteps,
  type Steps,
} from './steps.ts';
import { Stream } from './stream.ts';
import { traceGroups } from './trace.ts';
import type {
  Measurement,
  Quantized,
  QuantizedTensor,
  QuantizeOptions,
  Quantizer,
  QuantizeStream,
  ResidentTensor,
  Storage,
  StorageOptions,
  TraceGroup,
  Variant,
} from './types.ts';
import type { Choice } from './variant.ts';

/** Weights in wasm memory at once, per thread: with their codes they stay in a second-level cache. */
const pieceWeights = 2 ** 18;

/** The API over one instance of the core. */
export class CoreQuantizer implements Quantizer {
  readonly variant: Variant;
  readonly variantReason: string;
  readonly threads: number;
  readonly #residents = new Set<Resident>();
  #bench: Bench | undefined;

  constructor(core: Core, choice: Choice, threads: number) {
    this.variant = choice.variant;
    this.variantReason = choice.reason;
    this.threads = threads;
    this.#bench = { core, workspace: new core.Workspace(), limit: pieceWeights * threads };
  }

  quantize(weights: Float32Array, options: QuantizeOptions = {}): QuantizedTensor {
    return finish(this.quantizeSteps(weights, options));
  }

  dequantize(quantized: Quantized): Float32Array {
    return finish(this.dequantizeSteps(quantized));
  }

  measure(weights: Float32Array, quantized: Quantized): Measurement {
    return finish(this.measureSteps(weights, quantized));
  }

  quantizeSteps(weights: Float32Array, options: QuantizeOptions = {}): Steps<QuantizedTensor> {
    const settings = settingsOf(options);
    const bench = this.#use();
    const plan = planTensor(bench.core, checkedWeights(weights).length, settings, { weights });
    return quantizeSteps(bench, weights, plan);
  }

  dequantizeSteps(quantized: Quantized): Steps<Float32Array> {
    const bench = this.#use();
    return dequantizeSteps(bench, quantized, planQuantized(bench.core, quantized));
  }

  measureSteps(weights: Float32Array, quantized: Quantized): Steps<Measurement> {
    const bench = this.#use();
    const plan = planQuantized(bench.core, quantized, checkedWeights(weights));
    return measureSteps(bench, weights, quantized, plan);
  }

  storage(options: StorageOptions): Storage {
    const { length, ...rest } = checkedObject(options, 'options argument');
    const settings = settingsOf(rest);
    const { core } = this.#use();
    if (!Number.isSafeInteger(length) || length < 0) {
      throw new GroupwiseError(
        'invalid-weights',
        `length is ${shown(length)}; allowed are whole numbers from 0 to 2^53 - 1`,
      );
    }
    return core.storage(planTensor(core, length, settings).request);
  }

  trace(weights: Float32Array, options: QuantizeOptions = {}): TraceGroup[] {
    const settings = settingsOf(options);
    const { core } = this.#use();
    const plan = planTensor(core, checkedWeights(weights).length, settings, { weights });
    return traceGroups(core, weights, plan);
  }

  load(weights: Float32Array): ResidentTensor {
    const { core } = this.#use();
    const resident = new Resident(core, workspaceWith(core, checkedWeights(weights)), () =>
      this.#residents.delete(resident),
    );
    this.#residents.add(resident);
    return resident;
  }

  stream(options: QuantizeOptions = {}): QuantizeStream {
    return new Stream(() => this.#use(), options);
  }

  dispose(): void {
    for (const resident of this.#residents) resident.dispose();
    this.#bench?.workspace.delete();
    this.#bench?.core.stopThreads();
    this.#bench = undefined;
  }

  #use(): Bench {
    if (this.#bench === undefined) throw disposed('quantizer');
    return this.#bench;
  }
}
