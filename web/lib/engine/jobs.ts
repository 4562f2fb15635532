import type { Measurer, Outcome, Piece } from '#core/simd.mjs';
import type { Measurement, Quantized, QuantizedTensor, UnpackedTensor } from '../api/types.ts';
import type { GroupwiseError } from '../errors/error.ts';
import {
  allocateBytes,
  allocateFloats,
  allocateResult,
  allocateSuperBlocks,
  putBytes,
  putQuantized,
  putSuperBlocks,
  putWeights,
  takeResult,
  takeSuperBlocks,
} from './buffers.ts';
import { type Plan, pieceError, piecesOf } from './plan.ts';
import type { Session } from './session.ts';

/** Work that goes piece by piece: yields the share that is done, returns the result. */
export type Job<Result> = Generator<number, Result, void>;

/** Does all of a job at once. */
export function finish<Result>(job: Job<Result>): Result {
  for (;;) {
    const { done, value } = job.next();
    if (done) return value;
  }
}

/** Calls `work` for each piece of a plan and gives the plan back at the end, however it comes. */
function* eachPiece<Result>(
  session: Session,
  plan: Plan,
  work: (piece: Piece) => Outcome,
  result: Result,
): Job<Result> {
  try {
    let overflow: GroupwiseError | undefined;
    for (const piece of piecesOf(plan, session.limit)) {
      const outcome = work(piece);
      if (outcome.error !== 'none') {
        const error = pieceError(outcome, plan, piece);
        // A weight that is not finite goes before it, and may be in a later piece.
        if (error.code !== 'scale-overflow') throw error;
        overflow ??= error;
      }
      yield piece.end / plan.length;
    }
    if (overflow !== undefined) throw overflow;
    return result;
  } finally {
    plan.handle.delete();
  }
}

/** @param measurer measures the pieces too, while they are in memory */
export function quantizeJob(
  session: Session,
  weights: Float32Array,
  plan: Plan,
  measurer?: Measurer,
): Job<QuantizedTensor> {
  const { workspace } = session;
  const result = allocateResult(plan);
  return eachPiece(
    session,
    plan,
    (piece) => {
      putWeights(workspace, weights, piece);
      const outcome = workspace.quantize(plan.handle, true);
      if (outcome.error !== 'none') return outcome;
      takeResult(workspace, result, piece);
      return measurer === undefined ? outcome : workspace.measure(plan.handle, measurer);
    },
    result,
  );
}

export function dequantizeJob(
  session: Session,
  quantized: Quantized,
  plan: Plan,
): Job<Float32Array> {
  const { workspace } = session;
  const recovered = allocateFloats(plan.length);
  return eachPiece(
    session,
    plan,
    (piece) => {
      putQuantized(workspace, quantized, plan, piece);
      const outcome = workspace.dequantize(plan.handle);
      if (outcome.error === 'none') recovered.set(workspace.recovered(), piece.start);
      return outcome;
    },
    recovered,
  );
}

export function encodeJob(session: Session, weights: Float32Array, plan: Plan): Job<Uint8Array> {
  const { workspace } = session;
  const bytes = allocateBytes(plan.bytes);
  return eachPiece(
    session,
    plan,
    (piece) => {
      putWeights(workspace, weights, piece);
      const outcome = workspace.encode(plan.handle);
      if (outcome.error === 'none') bytes.set(workspace.bytes(), piece.firstByte);
      return outcome;
    },
    bytes,
  );
}

export function decodeJob(session: Session, bytes: Uint8Array, plan: Plan): Job<Float32Array> {
  const { workspace } = session;
  const recovered = allocateFloats(plan.length);
  return eachPiece(
    session,
    plan,
    (piece) => {
      putBytes(workspace, bytes, piece);
      const outcome = workspace.decode(plan.handle);
      if (outcome.error === 'none') recovered.set(workspace.recovered(), piece.start);
      return outcome;
    },
    recovered,
  );
}

export function packJob(session: Session, quantized: Quantized, plan: Plan): Job<Uint8Array> {
  const { workspace } = session;
  const bytes = allocateBytes(plan.bytes);
  return eachPiece(
    session,
    plan,
    (piece) => {
      putQuantized(workspace, quantized, plan, piece);
      putSuperBlocks(workspace, quantized, piece);
      const outcome = workspace.pack(plan.handle);
      if (outcome.error === 'none') bytes.set(workspace.bytes(), piece.firstByte);
      return outcome;
    },
    bytes,
  );
}

export function unpackJob(session: Session, bytes: Uint8Array, plan: Plan): Job<UnpackedTensor> {
  const { workspace } = session;
  const { groupMaxError: _, ...planar } = allocateResult(plan);
  const result = { ...planar, ...allocateSuperBlocks(plan) };
  return eachPiece(
    session,
    plan,
    (piece) => {
      putBytes(workspace, bytes, piece);
      const outcome = workspace.unpack(plan.handle);
      if (outcome.error === 'none') {
        takeResult(workspace, result, piece);
        takeSuperBlocks(workspace, result, piece);
      }
      return outcome;
    },
    result,
  );
}

/** Measures what planar memory, or a format's own bytes, keep of the weights. */
export function* measureJob(
  session: Session,
  weights: Float32Array,
  kept: Quantized | Uint8Array,
  plan: Plan,
): Job<Measurement> {
  const { core, workspace } = session;
  const measurer = new core.Measurer(plan.handle);
  try {
    yield* eachPiece(
      session,
      plan,
      (piece) => {
        putWeights(workspace, weights, piece);
        if (kept instanceof Uint8Array) {
          putBytes(workspace, kept, piece);
          const outcome = workspace.unpack(plan.handle);
          if (outcome.error !== 'none') return outcome;
        } else {
          putQuantized(workspace, kept, plan, piece);
        }
        return workspace.measure(plan.handle, measurer);
      },
      undefined,
    );
    return measurer.figures();
  } finally {
    measurer.delete();
  }
}
