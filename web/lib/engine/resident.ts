import type { Workspace } from '#core/simd.mjs';
import type {
  Measurement,
  QuantizedTensor,
  QuantizeOptions,
  ResidentTensor,
} from '../api/types.ts';
import { settingsOf } from '../options/resolve.ts';
import { allocateResult, disposed, takeResult } from './buffers.ts';
import { coreError } from './messages.ts';
import { type Plan, planTensor, withPlan } from './plan.ts';
import type { Session } from './session.ts';

/** A tensor whose weights stay in a workspace of its own. */
export class Resident implements ResidentTensor {
  readonly length: number;
  readonly #session: Session;
  readonly #forget: () => void;
  #workspace: Workspace | undefined;

  constructor(session: Session, workspace: Workspace, forget: () => void) {
    this.length = workspace.weights().length;
    this.#session = session;
    this.#workspace = workspace;
    this.#forget = forget;
  }

  quantize(options: QuantizeOptions = {}): QuantizedTensor {
    return this.#run(options, true, (workspace, plan) => {
      const result = allocateResult(plan);
      takeResult(workspace, result);
      return result;
    });
  }

  measure(options: QuantizeOptions = {}): Measurement {
    return this.#run(options, false, (workspace, plan) => {
      const measurer = new this.#session.core.Measurer(plan.handle);
      try {
        const { error, index } = workspace.measure(plan.handle, measurer);
        if (error !== 'none') throw coreError(error, plan.received, index);
        return measurer.figures();
      } finally {
        measurer.delete();
      }
    });
  }

  dispose(): void {
    this.#workspace?.delete();
    this.#workspace = undefined;
    this.#forget();
  }

  #run<Result>(
    options: QuantizeOptions,
    withErrors: boolean,
    take: (workspace: Workspace, plan: Plan) => Result,
  ): Result {
    const settings = settingsOf(options, this.#session.formats);
    const workspace = this.#workspace;
    if (workspace === undefined) throw disposed('resident tensor');
    return withPlan(planTensor(this.#session, this.length, settings), (plan) => {
      const { error, index } = workspace.quantize(plan.handle, withErrors);
      if (error !== 'none') {
        throw coreError(error, { ...plan.received, weights: workspace.weights() }, index);
      }
      return take(workspace, plan);
    });
  }
}
