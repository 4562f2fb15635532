import type { Workspace } from '#core/simd.mjs';
import { allocateResult, disposed, takeResult } from './buffers.ts';
import type { Core } from './core/core.ts';
import { coreError } from './messages.ts';
import { planTensor } from './plan.ts';
import { settingsOf } from './request.ts';
import type { Measurement, QuantizedTensor, QuantizeOptions, ResidentTensor } from './types.ts';

/** A tensor whose weights stay in a workspace of its own. */
export class Resident implements ResidentTensor {
  readonly length: number;
  readonly #core: Core;
  readonly #forget: () => void;
  #workspace: Workspace | undefined;

  constructor(core: Core, workspace: Workspace, forget: () => void) {
    this.length = workspace.weights().length;
    this.#core = core;
    this.#workspace = workspace;
    this.#forget = forget;
  }

  quantize(options: QuantizeOptions = {}): QuantizedTensor {
    const { workspace, plan } = this.#run(options, true);
    const result = allocateResult(plan);
    takeResult(workspace, result);
    return result;
  }

  measure(options: QuantizeOptions = {}): Measurement {
    const { workspace, plan } = this.#run(options, false);
    const measurer = new this.#core.Measurer(plan.request);
    try {
      const outcome = workspace.measure(plan.request, measurer);
      if (outcome.error !== 0) throw coreError(outcome.error, plan.received, outcome.index);
      return measurer.figures();
    } finally {
      measurer.delete();
    }
  }

  dispose(): void {
    this.#workspace?.delete();
    this.#workspace = undefined;
    this.#forget();
  }

  #run(options: QuantizeOptions, withErrors: boolean) {
    const settings = settingsOf(options);
    const workspace = this.#workspace;
    if (workspace === undefined) throw disposed('resident tensor');
    const plan = planTensor(this.#core, this.length, settings);
    const outcome = workspace.quantize(plan.request, withErrors);
    if (outcome.error !== 0) {
      const received = { ...plan.received, weights: workspace.weights() as Float32Array };
      throw coreError(outcome.error, received, outcome.index);
    }
    return { workspace, plan };
  }
}
