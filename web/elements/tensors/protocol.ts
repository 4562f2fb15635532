import type {
  Measurement,
  QuantizeOptions,
  Rounding,
  ScaleFormat,
  Storage,
  StorageOptions,
  Variant,
} from 'groupwise';
import type { TensorFile, TensorInfo } from 'groupwise/files';
import type { Cut } from '../raster/groups.ts';
import type { Rgb } from '../raster/palette.ts';
import type { Frame, Layer } from '../raster/peaks.ts';
import type { GeneratedSpec } from './spec.ts';
import type { ScaleSummary, WeightSummary } from './summary.ts';

/** What computes, and where. */
export interface EngineFacts {
  readonly variant: Variant;
  readonly variantReason: string;
  readonly threads: number;
}

export interface OpenedFile {
  /** Which opening it was: a file of the same name may be another. */
  readonly opening: number;
  readonly name: string;
  readonly bytes: number;
  readonly format: TensorFile['format'];
  readonly tensors: readonly TensorInfo[];
}

/** Where weights come from: made, or read from the file that was opened last. */
export type Source =
  | { readonly kind: 'generated'; readonly spec: GeneratedSpec }
  | { readonly kind: 'file'; readonly opening: number; readonly tensor: string };

export interface TensorFacts {
  readonly source: Source;
  readonly name: string;
  readonly shape: readonly number[];
  readonly length: number;
  readonly summary: WeightSummary;
}

/** Quantizes a tensor: that of `source`, or without one that which is shown. */
export interface ShowRequest {
  readonly source?: Source;
  readonly options: QuantizeOptions;
}

/** A whole tensor, quantized. */
export interface ShownTensor {
  readonly tensor: TensorFacts;
  readonly cut: Cut;
  readonly bits: number;
  readonly rounding: Rounding;
  readonly scale: ScaleFormat;
  readonly measured: Measurement;
  readonly storage: Storage;
  readonly scales: ScaleSummary;
}

export interface PaintRequest extends Frame {
  readonly layers: readonly Layer[];
  /** Weights of this magnitude and above have the full colour. */
  readonly limit: number;
  /** The colour of zero. */
  readonly ground: Rgb;
}

/** Few enough weights to be written into their squares. */
export interface CellValues {
  readonly column: number;
  readonly line: number;
  readonly columns: number;
  readonly lines: number;
  readonly weights: Float32Array;
  readonly recovered: Float32Array;
  readonly codes: Int8Array;
}

export interface Painted extends Frame {
  readonly pictures: Partial<Record<Layer, Uint8ClampedArray<ArrayBuffer>>>;
  readonly cells: CellValues | null;
}

/** One weight, and what became of it. */
export interface WeightFacts {
  readonly index: number;
  readonly weight: number;
  readonly code: number;
  readonly recovered: number;
  /** From 0. */
  readonly group: number;
  readonly groupStart: number;
  readonly groupEnd: number;
  readonly scale: number;
}

export interface GroupWeights {
  readonly group: number;
  /** The group's first weight, and the one after its last. */
  readonly start: number;
  readonly end: number;
  readonly scale: number;
  /** The first of `weights`. */
  readonly first: number;
  /** The group's weights; of more than `most`, the part in which `near` is. */
  readonly weights: Float32Array;
}

/** The jobs of the engine: what each is given, and what comes back. */
export interface EngineJobs {
  start: { in: undefined; out: EngineFacts };
  open: { in: { readonly blob: Blob; readonly name: string }; out: OpenedFile };
  show: { in: ShowRequest; out: ShownTensor };
  paint: { in: PaintRequest; out: Painted };
  inspect: { in: number; out: WeightFacts };
  /** Values of all codes under a group's scale, the smallest first. */
  levels: { in: number; out: Float32Array };
  group: {
    in: { readonly group: number; readonly most: number; readonly near: number | null };
    out: GroupWeights;
  };
  /** Figures of the shown tensor under other options; nothing that is shown changes. */
  measure: { in: QuantizeOptions; out: Measurement };
  storage: { in: StorageOptions; out: Storage };
}

export type JobName = keyof EngineJobs;

/** What is being done; the share is null where it is not known. */
export interface Progress {
  readonly phase: string;
  readonly share: number | null;
}

export interface JobCall {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export type Jobs = {
  readonly [Name in JobName]: (
    input: EngineJobs[Name]['in'],
    call: JobCall,
  ) => Promise<EngineJobs[Name]['out']>;
};

export type ToEngine =
  | { readonly id: number; readonly job: JobName; readonly input: unknown }
  | { readonly abort: number };

export type FromEngine =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: string } };
