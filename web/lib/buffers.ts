import type { Workspace } from '#core/simd.mjs';
import type { Core } from './core/core.ts';
import { GroupwiseError } from './errors.ts';
import { outOfMemoryMessage } from './messages.ts';
import type { Piece, Plan } from './plan.ts';
import { shown } from './shown.ts';
import type { Quantized, QuantizedTensor } from './types.ts';

export function checkedWeights(weights: unknown): Float32Array {
  if (weights instanceof Float32Array) return weights;
  throw new GroupwiseError(
    'invalid-weights',
    `the weights are ${shown(weights)}; allowed is a Float32Array`,
  );
}

export function disposed(what: string): GroupwiseError {
  return new GroupwiseError('disposed', `the ${what} has been disposed of; create another one`);
}

export function outOfMemory(length: number): GroupwiseError {
  return new GroupwiseError('out-of-memory', outOfMemoryMessage(length));
}

/** The caller's own arrays for a result, still empty. @throws {GroupwiseError} `out-of-memory`. */
export function allocateResult(plan: Plan): QuantizedTensor {
  const { length, groupSize, rowLength, numGroups } = plan;
  const { bits, rounding, scale } = plan.settings;
  try {
    return {
      codes: new Int8Array(length),
      scales: new Float32Array(numGroups),
      groupMaxError: new Float32Array(numGroups),
      ...{ bits, groupSize, rowLength, length, rounding, scale },
    };
  } catch {
    throw outOfMemory(length);
  }
}

/** @throws {GroupwiseError} `out-of-memory`. */
export function allocateFloats(length: number): Float32Array {
  try {
    return new Float32Array(length);
  } catch {
    throw outOfMemory(length);
  }
}

/** A workspace that holds a copy of `weights`. @throws {GroupwiseError} `out-of-memory`. */
export function workspaceWith(core: Core, weights: Float32Array): Workspace {
  const workspace = new core.Workspace();
  if (!workspace.resizeWeights(weights.length)) {
    workspace.delete();
    throw outOfMemory(weights.length);
  }
  workspace.weights().set(weights);
  return workspace;
}

export function putWeights(workspace: Workspace, weights: Float32Array, piece: Piece): void {
  if (!workspace.resizeWeights(piece.end - piece.start)) throw outOfMemory(weights.length);
  workspace.weights().set(weights.subarray(piece.start, piece.end));
}

export function putQuantized(workspace: Workspace, quantized: Quantized, piece: Piece): void {
  const { start, end, firstGroup, lastGroup } = piece;
  if (!workspace.resizeCodes(end - start, lastGroup - firstGroup)) {
    throw outOfMemory(quantized.codes.length);
  }
  workspace.codes().set(quantized.codes.subarray(start, end));
  workspace.scales().set(quantized.scales.subarray(firstGroup, lastGroup));
}

/** Copies what `quantize` left in the workspace to where it belongs in the result. */
export function takeResult(workspace: Workspace, result: QuantizedTensor, at?: Piece): void {
  result.codes.set(workspace.codes(), at?.start ?? 0);
  result.scales.set(workspace.scales(), at?.firstGroup ?? 0);
  result.groupMaxError.set(workspace.groupMaxErrors(), at?.firstGroup ?? 0);
}
