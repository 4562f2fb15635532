import type { Measurer, Workspace } from '#core/simd.mjs';
import { allocateFloats, allocateResult, putQuantized, putWeights, takeResult } from './buffers.ts';
import type { Core } from './core/core.ts';
import type { GroupwiseError } from './errors.ts';
import { type Plan, pieceError, piecesOf } from './plan.ts';
import type { Measurement, Quantized, QuantizedTensor } from './types.ts';

/** Where work is done: a core, a workspace in it, and how many weights may lie there at once. */
export interface Bench {
  readonly core: Core;
  readonly workspace: Workspace;
  readonly limit: number;
}

/** Work in steps, one per piece: yields the share that is done, returns the result. */
export type Steps<Result> = Generator<number, Result, void>;

/** All steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** @param measurer measures the pieces too, while they are in memory */
export function* quantizeSteps(
  { core, workspace, limit }: Bench,
  weights: Float32Array,
  plan: Plan,
  measurer?: Measurer,
): Steps<QuantizedTensor> {
  const result = allocateResult(plan);
  let overflow: GroupwiseError | undefined;
  for (const piece of piecesOf(core, plan, limit)) {
    putWeights(workspace, weights, piece);
    const outcome = workspace.quantize(piece.request, true);
    if (outcome.error === 0) {
      takeResult(workspace, result, piece);
      const measured = measurer && workspace.measure(piece.request, measurer);
      if (measured?.error) throw pieceError(measured, plan, piece);
    } else {
      const error = pieceError(outcome, plan, piece);
      // A weight that is not finite goes before it, and may be in a later piece.
      if (error.code !== 'scale-overflow') throw error;
      overflow ??= error;
    }
    yield piece.end / plan.length;
  }
  if (overflow !== undefined) throw overflow;
  return result;
}

export function* dequantizeSteps(
  { core, workspace, limit }: Bench,
  quantized: Quantized,
  plan: Plan,
): Steps<Float32Array> {
  const recovered = allocateFloats(plan.length);
  for (const piece of piecesOf(core, plan, limit)) {
    putQuantized(workspace, quantized, piece);
    const outcome = workspace.dequantize(piece.request);
    if (outcome.error !== 0) throw pieceError(outcome, plan, piece);
    recovered.set(workspace.recovered(), piece.start);
    yield piece.end / plan.length;
  }
  return recovered;
}

export function* measureSteps(
  { core, workspace, limit }: Bench,
  weights: Float32Array,
  quantized: Quantized,
  plan: Plan,
): Steps<Measurement> {
  const measurer = new core.Measurer(plan.request);
  try {
    for (const piece of piecesOf(core, plan, limit)) {
      putWeights(workspace, weights, piece);
      putQuantized(workspace, quantized, piece);
      const outcome = workspace.measure(piece.request, measurer);
      if (outcome.error !== 0) throw pieceError(outcome, plan, piece);
      yield piece.end / plan.length;
    }
    return measurer.figures();
  } finally {
    measurer.delete();
  }
}
