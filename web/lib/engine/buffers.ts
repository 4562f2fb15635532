import type { Piece, Workspace } from '#core/simd.mjs';
import type { Quantized, QuantizedTensor, SuperBlocks, UnpackedTensor } from '../api/types.ts';
import { describeValue } from '../errors/describe-value.ts';
import { GroupwiseError } from '../errors/error.ts';
import type { Core } from '../wasm/core.ts';
import { outOfMemoryMessage } from './messages.ts';
import type { Plan } from './plan.ts';

export function checkedWeights(weights: unknown): Float32Array {
  if (weights instanceof Float32Array) return weights;
  throw new GroupwiseError(
    'invalid-weights',
    `the weights are ${describeValue(weights)}; allowed is a Float32Array`,
  );
}

/** @throws {GroupwiseError} `invalid-bytes` for what is no Uint8Array, `length-mismatch` for a wrong number. */
export function checkedBytes(bytes: unknown, plan: Plan): Uint8Array {
  if (!(bytes instanceof Uint8Array)) {
    throw new GroupwiseError(
      'invalid-bytes',
      `the bytes are ${describeValue(bytes)}; allowed is a Uint8Array`,
    );
  }
  if (bytes.length !== plan.bytes) {
    throw new GroupwiseError(
      'length-mismatch',
      `there are ${bytes.length} bytes; ${plan.length} weights in ${plan.format.name} are ${plan.bytes}`,
    );
  }
  return bytes;
}

export function disposed(what: string): GroupwiseError {
  return new GroupwiseError('disposed', `the ${what} has been disposed of; create another one`);
}

export function outOfMemory(length: number): GroupwiseError {
  return new GroupwiseError('out-of-memory', outOfMemoryMessage(length));
}

/** The caller's own arrays for a result, still empty. @throws {GroupwiseError} `out-of-memory`. */
export function allocateResult(plan: Plan): QuantizedTensor {
  const { format, settings, length, groupSize, rowLength, numGroups, leastCode, mostCode } = plan;
  const bits = settings.bits ?? Math.ceil(Math.log2(mostCode - leastCode + 1));
  try {
    return {
      codes: new Int8Array(length),
      scales: new Float32Array(numGroups),
      ...(format.hasOffsets && { offsets: new Float32Array(numGroups) }),
      groupMaxError: new Float32Array(numGroups),
      ...{ format: format.name, bits, groupSize, rowLength, length },
      ...(settings.rounding !== undefined && { rounding: settings.rounding }),
      ...(settings.scale !== undefined && { scale: settings.scale }),
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

/** @throws {GroupwiseError} `out-of-memory`. */
export function allocateBytes(length: number): Uint8Array {
  try {
    return new Uint8Array(length);
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

export function putQuantized(
  workspace: Workspace,
  quantized: Quantized,
  { handle, format }: Plan,
  { start, end, firstGroup, lastGroup }: Piece,
): void {
  if (!workspace.resizeQuantized(handle)) throw outOfMemory(quantized.codes.length);
  workspace.codes().set(quantized.codes.subarray(start, end));
  workspace.scales().set(quantized.scales.subarray(firstGroup, lastGroup));
  if (format.hasOffsets && quantized.offsets !== undefined) {
    workspace.offsets().set(quantized.offsets.subarray(firstGroup, lastGroup));
  }
}

export function putBytes(workspace: Workspace, bytes: Uint8Array, piece: Piece): void {
  const { firstByte, lastByte } = piece;
  if (!workspace.resizeBytes(lastByte - firstByte)) throw outOfMemory(piece.end - piece.start);
  workspace.bytes().set(bytes.subarray(firstByte, lastByte));
}

/** Copies what `quantize` or `unpack` left in the workspace to where it belongs in the result. */
/** The rest of what `unpack` gives: a super-block's own factors. @throws {GroupwiseError} `out-of-memory`. */
export function allocateSuperBlocks({
  format,
  numBlocks,
  numGroups,
  length,
}: Plan): Partial<SuperBlocks> {
  if (!format.hasSubScales) return {};
  try {
    return {
      blockScales: new Float32Array(numBlocks),
      subScales: new Uint8Array(numGroups),
      ...(format.hasOffsets && {
        blockOffsets: new Float32Array(numBlocks),
        subOffsets: new Uint8Array(numGroups),
      }),
    };
  } catch {
    throw outOfMemory(length);
  }
}

export function takeSuperBlocks(
  workspace: Workspace,
  result: Partial<SuperBlocks>,
  { firstBlock, firstGroup }: Piece,
): void {
  result.blockScales?.set(workspace.blockScales(), firstBlock);
  result.subScales?.set(workspace.subScales(), firstGroup);
  result.blockOffsets?.set(workspace.blockOffsets(), firstBlock);
  result.subOffsets?.set(workspace.subOffsets(), firstGroup);
}

export function putSuperBlocks(
  workspace: Workspace,
  { blockScales, subScales, blockOffsets, subOffsets }: Quantized,
  { firstBlock, firstGroup, lastGroup }: Piece,
): void {
  const lastBlock = firstBlock + workspace.blockScales().length;
  if (blockScales) workspace.blockScales().set(blockScales.subarray(firstBlock, lastBlock));
  if (subScales) workspace.subScales().set(subScales.subarray(firstGroup, lastGroup));
  if (blockOffsets) workspace.blockOffsets().set(blockOffsets.subarray(firstBlock, lastBlock));
  if (subOffsets) workspace.subOffsets().set(subOffsets.subarray(firstGroup, lastGroup));
}

export function takeResult(
  workspace: Workspace,
  result: UnpackedTensor & Partial<QuantizedTensor>,
  at?: Piece,
): void {
  result.codes.set(workspace.codes(), at?.start ?? 0);
  result.scales.set(workspace.scales(), at?.firstGroup ?? 0);
  result.offsets?.set(workspace.offsets(), at?.firstGroup ?? 0);
  result.groupMaxError?.set(workspace.groupMaxErrors(), at?.firstGroup ?? 0);
}
