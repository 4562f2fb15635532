/** How many consecutive weights of a row share one scale: a whole number from 1, a whole row, or everything. */
export type GroupSize = number | 'row' | 'tensor';

/** How a quotient becomes an integer: `roundf` (ties away from zero), IEEE ties to even, or cut off. */
export type Rounding = 'half-away' | 'half-even' | 'truncate';

/** The precision a scale is stored in; everything after it computes with the stored value. */
export type ScaleFormat = 'float32' | 'float16' | 'bfloat16' | { readonly digits: number };

/** Where it runs: without SIMD, with SIMD128, or with SIMD128 and threads. All give identical bytes. */
export type Variant = 'scalar' | 'simd' | 'threads';

/** A number that a format computes on its way, as `trace` reports it. */
export interface FormatStep {
  /** The field of a {@link TraceGroup} that holds its values. */
  readonly name: string;
  /** What there is one value of. */
  readonly per: 'block' | 'group' | 'weight';
  /** In words. */
  readonly label: string;
  /** Over the names of earlier steps. */
  readonly formula: string;
}

/** A row of the table of formats. */
export interface FormatInfo {
  /** `integer`, `q8_0`, …: what the option `format` takes. */
  readonly name: string;
  readonly family: string;
  readonly title: string;
  /** Where the formula and the layout come from. */
  readonly source: string;
  /** Weights of a packed block; a row is a whole number of them. Undefined: groups of any size, packed one by one. */
  readonly block?: number;
  /** Weights that share an effective scale. Undefined: the option `groupSize`. */
  readonly group?: number;
  /** Bytes of a packed block. Undefined: it depends on the options. */
  readonly blockBytes?: number;
  /** 8 blockBytes / block. Undefined: it depends on the options. */
  readonly bitsPerWeight?: number;
  /** The options that it takes, besides `rowLength`. */
  readonly takes: {
    readonly groupSize: boolean;
    readonly bits: boolean;
    readonly rounding: boolean;
    readonly scale: boolean;
    readonly customScale: boolean;
  };
  /** Whether recovered = level * scale + offset, instead of level * scale. */
  readonly hasOffsets: boolean;
  /** Whether the scales (and offsets) of a block's groups are its own times whole numbers: of K-quants and the like. */
  readonly hasSubScales: boolean;
  /** The value of each code, the least first. Empty: a code is its own value. */
  readonly levels: readonly number[];
  readonly steps: readonly FormatStep[];
}

export interface QuantizeOptions {
  /** A name of {@link Quantizer.formats}; default `integer`, the symmetric integers that the options below describe. */
  readonly format?: string;
  /** Default 32. Groups never cross a row; the last group of a row may be shorter. */
  readonly groupSize?: GroupSize;
  /** Bits of a code, 2 to 8 (default 8). Codes lie in -qmax..qmax with qmax = 2^(bits-1) - 1. */
  readonly bits?: number;
  /** Weights in one row; divides the number of weights. Default: one row = the whole tensor. */
  readonly rowLength?: number;
  /** Default `'float32'`. */
  readonly scale?: ScaleFormat;
  /** Default `'half-away'`. */
  readonly rounding?: Rounding;
  /** A scale picked by hand for every group that is not all zero, instead of absmax / qmax. Finite, above 0. */
  readonly customScale?: number;
}

/** What `quantize` made of `length` weights. Every array is the caller's own. */
export interface QuantizedTensor {
  /** One code per weight, in the order of the weights. */
  readonly codes: Int8Array;
  /** The stored scale of each group, decoded to float32. */
  readonly scales: Float32Array;
  /** The largest |recovered - weight| of each group. */
  readonly groupMaxError: Float32Array;
  /** The offset of each group, for formats that have offsets. */
  readonly offsets?: Float32Array;
  readonly format: string;
  /** Bits of a code. */
  readonly bits: number;
  /** Weights per group, resolved (`'row'` and `'tensor'` have become numbers). */
  readonly groupSize: number;
  readonly rowLength: number;
  readonly length: number;
  /** Undefined for a format that does not take it; the scale likewise. */
  readonly rounding?: Rounding;
  readonly scale?: ScaleFormat;
}

/** What `unpack` made of bytes, which do not tell what was lost. */
export type UnpackedTensor = Omit<QuantizedTensor, 'groupMaxError'> & Partial<SuperBlocks>;

/** The factors that scales and offsets are products of, for formats with {@link FormatInfo.hasSubScales}. */
export interface SuperBlocks {
  /** One a block. */
  readonly blockScales: Float32Array;
  /** One a group, as stored: whole numbers. */
  readonly subScales: Uint8Array;
  /** One a block, where there are offsets. */
  readonly blockOffsets?: Float32Array;
  /** One a group, where there are offsets. */
  readonly subOffsets?: Uint8Array;
}

/** The part of a quantized tensor that `dequantize` and `measure` read. */
export type Quantized = Pick<
  QuantizedTensor,
  'codes' | 'scales' | 'bits' | 'groupSize' | 'rowLength'
> &
  Partial<Pick<QuantizedTensor, 'format' | 'offsets' | 'rounding' | 'scale'> & SuperBlocks>;

/** What `decode` and `unpack` need to know of bytes. */
export interface DecodeOptions extends Omit<QuantizeOptions, 'rounding' | 'customScale'> {
  /** Number of weights. */
  readonly length: number;
}

/** A range of bits of a packed block; bit b is bit b % 8, from the lowest, of byte b / 8. */
export interface BlockField {
  readonly kind: 'code' | 'scale' | 'offset' | 'sub-scale' | 'sub-offset' | 'padding';
  readonly bit: number;
  readonly bits: number;
  /** Which weight, or which group, of the block it belongs to. */
  readonly at: number;
  /** Which bit of the stored number its lowest bit is. */
  readonly shift: number;
  /** In base 3, a byte holds all of so many codes, `step` weights apart; else 1. */
  readonly count: number;
  readonly step: number;
}

/** Error figures over all weights; sums are accumulated in float64 in an order every build shares. */
export interface Measurement {
  /** Largest |recovered - weight|. */
  readonly maxAbs: number;
  /** Mean of |recovered - weight|. */
  readonly meanAbs: number;
  /** Root of the mean of (recovered - weight)². */
  readonly rmse: number;
  /** Mean of recovered - weight, signed. */
  readonly bias: number;
  /** 10 log10(Σ weight² / Σ (recovered - weight)²) in dB; +Infinity when nothing was lost. */
  readonly sqnrDb: number;
  /** Cosine similarity of the weights and the recovered weights; 1 when both are all zero. */
  readonly cosine: number;
  /** Weights that are not zero but are recovered as 0. */
  readonly zeroed: number;
  /**
   * Weights beyond what their group's codes reach by more than half a step; of the integer family, those whose
   * rounded quotient lay outside -qmax..qmax before the clamp.
   */
  readonly clipped: number;
}

export interface StorageOptions extends Omit<QuantizeOptions, 'rounding' | 'customScale'> {
  /** Number of weights, up to 2^53 - 1. */
  readonly length: number;
}

/** Real bytes: codes are padded to a whole byte per block or group; of the integer family, a scale takes 4 bytes (float16 and bfloat16: 2). */
export interface Storage {
  /** 4 bytes a weight. */
  readonly originalBytes: number;
  readonly codeBytes: number;
  readonly scaleBytes: number;
  readonly totalBytes: number;
  /** originalBytes / totalBytes. */
  readonly ratio: number;
  /** 100 (1 - totalBytes / originalBytes). */
  readonly savedPercent: number;
  /** 8 totalBytes / length: scales included. */
  readonly bitsPerWeight: number;
  readonly numGroups: number;
}

/**
 * Every intermediate number of one group, as the format's reference computed it: besides what is named here, the
 * values of each of the format's steps, under the step's name (a number where it is per group or block, else one a weight).
 */
export interface TraceGroup {
  /** Index of the group's first weight in the tensor. */
  readonly start: number;
  /** The largest code of the format; of the integer family 2^(bits - 1) - 1: codes lie in -qmax..qmax. */
  readonly qmax: number;
  readonly weights: Float32Array;
  /** The effective scale, as it is stored. */
  readonly scale: number;
  /** Of formats that have offsets. */
  readonly offset?: number;
  readonly codes: Int8Array;
  /** What the codes come back as. */
  readonly recovered: Float32Array;
  /** |recovered - weight|. */
  readonly errors: Float32Array;
  readonly maxError: number;
}

/** A {@link TraceGroup} of the integer family. */
export interface IntegerTraceGroup extends TraceGroup {
  /** max |weight|. */
  readonly absmax: number;
  /** absmax / qmax in float32 (or the custom scale), before it is stored. */
  readonly exactScale: number;
  /** weight / scale. */
  readonly quotients: Float32Array;
  /** The rounded quotients, before the clamp. */
  readonly rounded: Float32Array;
}

/** All that is known about a small tensor. */
export interface Trace {
  readonly format: FormatInfo;
  /** Of the integer family: {@link IntegerTraceGroup}. */
  readonly groups: IntegerTraceGroup[];
  readonly quantized: QuantizedTensor;
  readonly measured: Measurement;
  readonly storage: Storage;
}

/** A tensor that stays in the quantizer's own memory, to be quantized many times without copying it in. */
export interface ResidentTensor {
  readonly length: number;
  /** @throws {GroupwiseError} as {@link Quantizer.quantize}. */
  quantize(options?: QuantizeOptions): QuantizedTensor;
  /** Quantizes and measures without copying codes out. @throws {GroupwiseError} as {@link Quantizer.quantize}. */
  measure(options?: QuantizeOptions): Measurement;
  /** Gives the memory back; afterwards every method throws `disposed`. */
  dispose(): void;
}

/** What a stream made of the whole rows (or groups) that it had by now. */
export interface StreamPiece extends QuantizedTensor {
  /** Index of the piece's first weight in the tensor. */
  readonly start: number;
  /** Index of the piece's first group in the tensor. */
  readonly firstGroup: number;
}

/**
 * Quantizes a tensor that comes in pieces of any size, with the codes, scales and figures of the
 * tensor in one piece. It keeps no more than an unfinished row (without `rowLength`: group).
 */
export interface QuantizeStream {
  /** The next weights. A failed push leaves the stream as it was. @throws {GroupwiseError} as {@link Quantizer.quantize}. */
  push(weights: Float32Array): StreamPiece;
  /** The rest: without `rowLength` the tail group. @throws {GroupwiseError} `invalid-row-length` in the middle of a row. */
  end(): StreamPiece;
  /** The figures of all that was quantized so far. */
  measure(): Measurement;
  /** Gives the memory back; afterwards every method throws `disposed`. */
  dispose(): void;
}

export interface Quantizer {
  /** The variant that runs. */
  readonly variant: Variant;
  /** Why this variant was chosen, in a sentence. */
  readonly variantReason: string;
  /** Threads that compute (1 without the threads variant). */
  readonly threads: number;
  /** The table of formats. */
  readonly formats: readonly FormatInfo[];
  /**
   * Cuts the weights into groups and gives each its scale and its codes.
   * @throws {GroupwiseError} `non-finite-weight` (with the lowest index), `invalid-…`, `scale-overflow`, `out-of-memory`.
   */
  quantize(weights: Float32Array, options?: QuantizeOptions): QuantizedTensor;
  /** code * scale for every weight. @throws {GroupwiseError} `length-mismatch`, `invalid-code`, `invalid-…`. */
  dequantize(quantized: Quantized): Float32Array;
  /**
   * A format's own bytes, as files hold them.
   * @throws {GroupwiseError} as `quantize`, and `length-not-in-blocks`, `unsupported-option`, `unknown-format`.
   */
  encode(weights: Float32Array, options?: QuantizeOptions): Uint8Array;
  /** The weights that a format's bytes stand for. @throws {GroupwiseError} `invalid-bytes` (with the block's index), `length-mismatch`, `invalid-…`. */
  decode(bytes: Uint8Array, options: DecodeOptions): Float32Array;
  /** A format's bytes as codes, scales and offsets. @throws {GroupwiseError} as `decode`. */
  unpack(bytes: Uint8Array, options: DecodeOptions): UnpackedTensor;
  /** The bytes that `unpack` turns into these. @throws {GroupwiseError} `cannot-pack` (with the block's index), and as `dequantize`. */
  pack(quantized: Quantized): Uint8Array;
  /** What each bit of one packed block (or group) of `length` weights belongs to, in order. @throws {GroupwiseError} `invalid-…`. */
  fields(options: StorageOptions): BlockField[];
  /**
   * What was lost, from codes and scales or from a format's bytes (whose options say which).
   * @throws {GroupwiseError} as `dequantize` or `decode`, and `non-finite-weight`.
   */
  measure(
    weights: Float32Array,
    kept: Quantized | Uint8Array,
    options?: QuantizeOptions,
  ): Measurement;
  /** What a tensor of this shape takes in this format. @throws {GroupwiseError} `invalid-…`. */
  storage(options: StorageOptions): Storage;
  /** Every intermediate number, group by group. Meant for up to some thousand weights. @throws {GroupwiseError} as `quantize`. */
  trace(weights: Float32Array, options?: QuantizeOptions): Trace;
  /** Copies weights into the quantizer's memory once. @throws {GroupwiseError} `out-of-memory`, `invalid-weights`. */
  load(weights: Float32Array): ResidentTensor;
  /**
   * For tensors that are too large to hold. `groupSize` may not be `'tensor'`, nor `'row'` without a `rowLength`.
   * @throws {GroupwiseError} `invalid-…`.
   */
  stream(options?: QuantizeOptions): QuantizeStream;
  /** Frees memory and ends threads; afterwards every method throws `disposed`. */
  dispose(): void;
}

export interface CreateOptions {
  /** Default `'auto'`: see {@link Quantizer.variantReason}. A variant named here is used or refused, never replaced. */
  readonly variant?: 'auto' | Variant;
  /** Threads of the `threads` variant, 1 to 64. Default: what the machine reports. */
  readonly threads?: number;
}
