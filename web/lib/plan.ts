import type { Outcome, Request } from '#core/simd.mjs';
import { checkedObject } from './checked-object.ts';
import type { Core } from './core/core.ts';
import { coreErrorCodes, GroupwiseError } from './errors.ts';
import { coreError, type Received } from './messages.ts';
import { requestOf, type Settings, settingsOf } from './request.ts';
import { shown } from './shown.ts';
import type { Quantized } from './types.ts';

/** A valid request, its sizes resolved by the core. */
export interface Plan {
  readonly settings: Settings;
  readonly request: Request;
  readonly received: Received;
  readonly length: number;
  readonly groupSize: number;
  readonly rowLength: number;
  readonly numGroups: number;
  readonly qmax: number;
  /** Where these weights start in a stream. */
  readonly origin?: { readonly start: number; readonly firstGroup: number };
}

/** Whole groups of a tensor that go through wasm memory in one go. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly firstGroup: number;
  readonly lastGroup: number;
  readonly request: Request;
}

type Buffers = Pick<Received, 'weights' | 'codes' | 'scales'>;

/** @throws {GroupwiseError} what the core finds wrong with the options. */
export function planTensor(
  core: Core,
  length: number,
  settings: Settings,
  buffers: Buffers = {},
): Plan {
  const request = requestOf(length, settings);
  const received = { options: settings, length, ...buffers };
  const { error, ...sizes } = core.plan(request);
  if (error !== 0) throw coreError(error, received);
  return { ...sizes, settings, request, received: { ...received, qmax: sizes.qmax } };
}

/** The plan that codes and scales were made by. @throws {GroupwiseError} `length-mismatch`, `invalid-…`. */
export function planQuantized(core: Core, quantized: Quantized, weights?: Float32Array): Plan {
  const { codes, scales, bits, groupSize, rowLength, rounding } = checkedObject(
    quantized,
    'quantized tensor',
  );
  const mismatch = (message: string) => new GroupwiseError('length-mismatch', message);
  if (!(codes instanceof Int8Array) || !(scales instanceof Float32Array)) {
    throw mismatch(
      `codes is ${shown(codes)} and scales is ${shown(scales)}; allowed are an Int8Array and a Float32Array`,
    );
  }
  if (weights !== undefined && weights.length !== codes.length) {
    throw mismatch(
      `there are ${weights.length} weights but ${codes.length} codes; there must be one code per weight`,
    );
  }
  const options = { bits, groupSize, rowLength, ...(rounding === undefined ? {} : { rounding }) };
  const settings = settingsOf(options);
  const plan = planTensor(core, codes.length, settings, {
    codes,
    scales,
    ...(weights === undefined ? {} : { weights }),
  });
  if (scales.length !== plan.numGroups) {
    throw mismatch(
      `there are ${scales.length} scales; ${plan.length} codes in rows of ${plan.rowLength} and groups of ${plan.groupSize} need ${plan.numGroups}`,
    );
  }
  return plan;
}

/** The pieces of a tensor, in order. A piece has at most `limit` weights, or one group. */
export function* piecesOf(core: Core, plan: Plan, limit: number): Generator<Piece> {
  for (let firstGroup = 0, start = 0; start < plan.length; ) {
    const { length, groupSize, rowLength, numGroups } = core.piece(plan.request, firstGroup, limit);
    const end = start + length;
    const lastGroup = firstGroup + numGroups;
    const request = { ...plan.request, length, groupKind: 0, groupSize };
    yield {
      start,
      end,
      firstGroup,
      lastGroup,
      request: { ...request, hasRowLength: true, rowLength },
    };
    firstGroup = lastGroup;
    start = end;
  }
}

/** The error of an outcome within a piece, with the index counted from the tensor's start. */
export function pieceError(outcome: Outcome, plan: Plan, piece: Piece): GroupwiseError {
  const code = coreErrorCodes[outcome.error];
  const counts = code === 'scale-overflow' || code === 'invalid-scale' ? 'firstGroup' : 'start';
  const at = outcome.index + piece[counts];
  return coreError(outcome.error, plan.received, at, plan.origin?.[counts]);
}
