import type { Workspace } from '#core/simd.mjs';
import {
  allocateFloats,
  allocateResult,
  checkedWeights,
  disposed,
  putQuantized,
  putWeights,
  takeResult,
  workspaceWith,
} from './buffers.ts';
import type { Core } from './core/core.ts';
import { GroupwiseError, shown } from './errors.ts';
import { pieceError, piecesOf, planQuantized, planTensor } from './plan.ts';
import { Resident } from './resident.ts';
import { traceGroups } from './trace.ts';
import type {
  Measurement,
  Quantized,
  QuantizedTensor,
  QuantizeOptions,
  Quantizer,
  ResidentTensor,
  Storage,
  StorageOptions,
  TraceGroup,
  Variant,
} from './types.ts';

/** Weights in wasm memory at once, per thread: with their codes they stay in a second-level cache. */
const pieceWeights = 2 ** 18;

/** What runs, and why. */
export interface Choice {
  readonly variant: Variant;
  readonly reason: string;
}

/** The API over one instance of the core. */
export class CoreQuantizer implements Quantizer {
  readonly variant: Variant;
  readonly variantReason: string;
  readonly threads: number;
  readonly #residents = new Set<Resident>();
  #alive: { readonly core: Core; readonly workspace: Workspace } | undefined;

  constructor(core: Core, choice: Choice, threads: number) {
    this.variant = choice.variant;
    this.variantReason = choice.reason;
    this.threads = threads;
    this.#alive = { core, workspace: new core.Workspace() };
  }

  quantize(weights: Float32Array, options: QuantizeOptions = {}): QuantizedTensor {
    const { core, workspace } = this.#use();
    const plan = planTensor(core, checkedWeights(weights).length, options, { weights });
    const result = allocateResult(plan);
    let overflow: GroupwiseError | undefined;
    for (const piece of piecesOf(core, plan, this.#limit)) {
      putWeights(workspace, weights, piece);
      const outcome = workspace.quantize(piece.request, true);
      if (outcome.error === 0) {
        takeResult(workspace, result, piece);
        continue;
      }
      const error = pieceError(outcome, plan, piece);
      // A weight that is not finite goes before it, and may be in a later piece.
      if (error.code !== 'scale-overflow') throw error;
      overflow ??= error;
    }
    if (overflow !== undefined) throw overflow;
    return result;
  }

  dequantize(quantized: Quantized): Float32Array {
    const { core, workspace } = this.#use();
    const plan = planQuantized(core, quantized);
    const recovered = allocateFloats(plan.length);
    for (const piece of piecesOf(core, plan, this.#limit)) {
      putQuantized(workspace, quantized, piece);
      const outcome = workspace.dequantize(piece.request);
      if (outcome.error !== 0) throw pieceError(outcome, plan, piece);
      recovered.set(workspace.recovered(), piece.start);
    }
    return recovered;
  }

  measure(weights: Float32Array, quantized: Quantized): Measurement {
    const { core, workspace } = this.#use();
    const plan = planQuantized(core, quantized, checkedWeights(weights));
    const measurer = new core.Measurer(plan.request);
    try {
      for (const piece of piecesOf(core, plan, this.#limit)) {
        putWeights(workspace, weights, piece);
        putQuantized(workspace, quantized, piece);
        const outcome = workspace.measure(piece.request, measurer);
        if (outcome.error !== 0) throw pieceError(outcome, plan, piece);
      }
      return measurer.figures();
    } finally {
      measurer.delete();
    }
  }

  storage(options: StorageOptions): Storage {
    const { core } = this.#use();
    const { length, ...rest } = options;
    if (!Number.isSafeInteger(length) || length < 0) {
      throw new GroupwiseError(
        'invalid-weights',
        `length is ${shown(length)}; allowed are whole numbers from 0 to 2^53 - 1`,
      );
    }
    return core.storage(planTensor(core, length, rest).request);
  }

  trace(weights: Float32Array, options: QuantizeOptions = {}): TraceGroup[] {
    const { core } = this.#use();
    const plan = planTensor(core, checkedWeights(weights).length, options, { weights });
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

  dispose(): void {
    for (const resident of this.#residents) resident.dispose();
    this.#alive?.workspace.delete();
    this.#alive?.core.stopThreads();
    this.#alive = undefined;
  }

  get #limit(): number {
    return pieceWeights * this.threads;
  }

  #use() {
    if (this.#alive === undefined) throw disposed('quantizer');
    return this.#alive;
  }
}

