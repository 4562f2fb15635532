import type { Piece, Plan as PlanHandle, PlanSizes } from '#core/simd.mjs';
import type { FormatInfo, Quantized } from '../api/types.ts';
import { describeValue } from '../errors/describe-value.ts';
import { GroupwiseError } from '../errors/error.ts';
import { checkedObject } from '../options/checked-object.ts';
import { planOptionsOf, type Settings, settingsOf } from '../options/resolve.ts';
import { schema } from '../options/schema.ts';
import { coreError, type Received } from './messages.ts';
import type { Session } from './session.ts';

/** A format and the groups of one tensor, resolved by the core, which owns `handle`. */
export interface Plan extends PlanSizes {
  readonly handle: PlanHandle;
  readonly format: FormatInfo;
  readonly settings: Settings;
  readonly received: Received;
  /** Where these weights start in a stream. */
  readonly origin?: { readonly start: number; readonly firstGroup: number };
}

/**
 * @param settings of {@link settingsOf}
 * @throws {GroupwiseError} what the core finds wrong with them; the caller deletes the handle
 */
export function planTensor(
  { core, formats }: Pick<Session, 'core' | 'formats'>,
  length: number,
  settings: Settings,
  buffers: Partial<Received> = {},
): Plan {
  const format = formats.find(({ name }) => name === settings.format) as FormatInfo;
  const handle = new core.Plan(format.name, length, planOptionsOf(settings));
  const received: Received = { ...buffers, options: settings, format, length };
  const { error, index } = handle.outcome();
  if (error !== 'none') {
    handle.delete();
    throw coreError(error, received, index);
  }
  const sizes = handle.sizes();
  const codes = { least: sizes.leastCode, most: sizes.mostCode };
  return { ...sizes, handle, format, settings, received: { ...received, codeRange: codes } };
}

/** Calls `use` with a plan and gives the plan back. */
export function withPlan<Result>(plan: Plan, use: (plan: Plan) => Result): Result {
  try {
    return use(plan);
  } finally {
    plan.handle.delete();
  }
}

/** The plan that codes and scales were made by. @throws {GroupwiseError} `length-mismatch`, `invalid-…`. */
export function planQuantized(
  session: Pick<Session, 'core' | 'formats'>,
  quantized: Quantized,
  weights?: Float32Array,
): Plan {
  const { codes, scales, offsets, format, bits, groupSize, rowLength, rounding, scale } =
    checkedObject(quantized, 'quantized tensor');
  if (!(codes instanceof Int8Array) || !(scales instanceof Float32Array)) {
    throw mismatch(
      `codes is ${describeValue(codes)} and scales is ${describeValue(scales)}; allowed are an Int8Array and a Float32Array`,
    );
  }
  if (weights !== undefined && weights.length !== codes.length) {
    throw mismatch(
      `there are ${weights.length} weights but ${codes.length} codes; there must be one code per weight`,
    );
  }
  // A tensor tells more than its format takes: of a format of 4 bits, that it has 4.
  const takes = session.formats.find(
    ({ name }) => name === (format ?? schema.format.default),
  )?.takes;
  const options = withoutUndefined({
    ...{ format, groupSize, rowLength },
    ...(takes?.bits && { bits }),
    ...(takes?.rounding && { rounding }),
    ...(takes?.scale && { scale }),
  });
  const received = withoutUndefined({ codes, scales, offsets, weights });
  const plan = planTensor(session, codes.length, settingsOf(options, session.formats), received);
  const wrong = misfit(plan, scales, offsets);
  if (wrong !== undefined) {
    plan.handle.delete();
    throw mismatch(wrong);
  }
  return plan;
}

/** The plan of a quantized tensor with all that its format's bytes hold. @throws as `planQuantized`. */
export function planPacked(session: Pick<Session, 'core' | 'formats'>, quantized: Quantized): Plan {
  const plan = planQuantized(session, quantized);
  if (!plan.format.hasSubScales) return plan;
  const { blockScales, subScales, blockOffsets, subOffsets } = quantized;
  const offsets = plan.format.hasOffsets;
  const fit =
    blockScales?.length === plan.numBlocks &&
    subScales?.length === plan.numGroups &&
    (!offsets ||
      (blockOffsets?.length === plan.numBlocks && subOffsets?.length === plan.numGroups));
  if (fit) return plan;
  plan.handle.delete();
  throw mismatch(
    `${plan.format.name} is packed from ${plan.numBlocks} blockScales and ${plan.numGroups} subScales` +
      `${offsets ? ', and as many blockOffsets and subOffsets' : ''}, as unpack gives them`,
  );
}

function misfit(plan: Plan, scales: Float32Array, offsets: unknown): string | undefined {
  const { numGroups, length, rowLength, groupSize, format } = plan;
  const needed = `${length} codes in rows of ${rowLength} and groups of ${groupSize} need ${numGroups}`;
  if (scales.length !== numGroups) return `there are ${scales.length} scales; ${needed}`;
  if (!format.hasOffsets) return undefined;
  if (!(offsets instanceof Float32Array)) {
    return `offsets is ${describeValue(offsets)}; ${format.name} needs a Float32Array`;
  }
  return offsets.length === numGroups
    ? undefined
    : `there are ${offsets.length} offsets; ${needed}`;
}

function mismatch(message: string): GroupwiseError {
  return new GroupwiseError('length-mismatch', message);
}

function withoutUndefined<T extends object>(
  object: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as never;
}

/** Chooses the pieces of a plan's tensor, in order. A piece has at most `limit` weights, or one block. */
export function* piecesOf({ handle, length }: Plan, limit: number): Generator<Piece> {
  for (let firstGroup = 0, start = 0; start < length; ) {
    const piece = handle.choose(firstGroup, limit);
    yield piece;
    firstGroup = piece.lastGroup;
    start = piece.end;
  }
}

const GROUP_ERRORS: readonly string[] = ['invalid-scale'];
const BLOCK_ERRORS: readonly string[] = ['scale-overflow', 'invalid-bytes', 'cannot-pack'];

/** The error of an outcome within a piece, with the index counted from the tensor's start. */
export function pieceError(
  { error, index }: { error: string; index: number },
  { received, origin, numBlocks, numGroups }: Plan,
  piece: Piece,
): GroupwiseError {
  if (BLOCK_ERRORS.includes(error)) {
    const before = (origin?.firstGroup ?? 0) * (numBlocks === 0 ? 1 : numBlocks / numGroups);
    return coreError(error, received, index + piece.firstBlock, before);
  }
  return GROUP_ERRORS.includes(error)
    ? coreError(error, received, index + piece.firstGroup, origin?.firstGroup)
    : coreError(error, received, index + piece.start, origin?.start);
}
