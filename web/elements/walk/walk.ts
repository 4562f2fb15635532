import type { IntegerTraceGroup, Measurement, Quantizer, Storage } from 'groupwise';
import { quantizeOptions } from '../options/settings.ts';
import type { Settings } from './settings.ts';

/** One weight's way through the quantization, with what befell it. Every number is the quantizer's. */
export interface WalkedWeight {
  readonly index: number;
  readonly group: number;
  readonly weight: number;
  readonly quotient: number;
  readonly rounded: number;
  readonly code: number;
  readonly recovered: number;
  readonly error: number;
  /** Not zero, but its code is 0. */
  readonly lost: boolean;
  /** Its rounded quotient lies outside the codes. */
  readonly clipped: boolean;
  /** Its magnitude is the group's absmax. */
  readonly isAbsmax: boolean;
}

export interface WalkedGroup {
  readonly index: number;
  readonly trace: IntegerTraceGroup;
  readonly weights: readonly WalkedWeight[];
  /** Shorter than the group size asked for. */
  readonly isTail: boolean;
  readonly isAllZero: boolean;
}

/** Everything the steps show. */
export interface Walk {
  readonly settings: Settings;
  readonly groups: readonly WalkedGroup[];
  readonly weights: readonly WalkedWeight[];
  /** Weights in a group that is not a tail, as the quantizer resolved it. */
  readonly groupSize: number;
  readonly measured: Measurement;
  readonly storage: Storage;
}

/** Runs the quantization that the settings describe. @throws {GroupwiseError} */
export function walk(quantizer: Quantizer, settings: Settings): Walk {
  const { weights } = settings;
  const {
    groups: traces,
    quantized,
    ...facts
  } = quantizer.trace(weights, quantizeOptions(settings));
  const { groupSize } = quantized;
  const groups = traces.map((trace, index) => walkedGroup(trace, index, groupSize));
  return {
    settings,
    groups,
    weights: groups.flatMap((group) => group.weights),
    groupSize,
    measured: facts.measured,
    storage: facts.storage,
  };
}

function walkedGroup(trace: IntegerTraceGroup, index: number, groupSize: number): WalkedGroup {
  return {
    index,
    trace,
    weights: Array.from(trace.weights, (_, at) => walkedWeight(trace, index, at)),
    isTail: trace.weights.length < groupSize,
    isAllZero: trace.absmax === 0,
  };
}

function walkedWeight(trace: IntegerTraceGroup, group: number, at: number): WalkedWeight {
  const weight = trace.weights[at] ?? 0;
  const code = trace.codes[at] ?? 0;
  const rounded = trace.rounded[at] ?? 0;
  return {
    index: trace.start + at,
    group,
    weight,
    quotient: trace.quotients[at] ?? 0,
    rounded,
    code,
    recovered: trace.recovered[at] ?? 0,
    error: trace.errors[at] ?? 0,
    lost: weight !== 0 && code === 0,
    clipped: rounded !== code,
    isAbsmax: Math.abs(weight) === trace.absmax && trace.absmax > 0,
  };
}
