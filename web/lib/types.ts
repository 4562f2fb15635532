/** How many consecutive weights of a row share one scale: a whole number from 1, a whole row, or everything. */
export type GroupSize = number | 'row' | 'tensor';

/** How a quotient becomes an integer: `roundf` (ties away from zero), IEEE ties to even, or cut off. */
export type Rounding = 'half-away' | 'half-even' | 'truncate';

/** The precision a scale is stored in; everything after it computes with the stored value. */
export type ScaleFormat = 'float32' | 'float16' | 'bfloat16' | { readonly digits: number };

/** Where it runs: without SIMD, with SIMD128, or with SIMD128 and threads. All give identical bytes. */
export type Variant = 'scalar' | 'simd' | 'threads';

export interface QuantizeOptions {
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
  readonly bits: number;
  /** Weights per group, resolved (`'row'` and `'tensor'` have become numbers). */
  readonly groupSize: number;
  readonly rowLength: number;
  readonly length: number;
  readonly rounding: Rounding;
  readonly scale: ScaleFormat;
}

/** The part of a quantized tensor that `dequantize` and `measure` read. */
export type Quantized = Pick<
  QuantizedTensor,
  'codes' | 'scales' | 'bits' | 'groupSize' | 'rowLength'
> &
  Partial<Pick<QuantizedTensor, 'rounding'>>;

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
  /** Weights that are not zero but whose code is 0. */
  readonly zeroed: number;
  /** Weights whose rounded quotient lay outside -qmax..qmax before the clamp. */
  readonly clipped: number;
}

export interface StorageOptions {
  /** Number of weights, up to 2^53 - 1. */
  readonly length: number;
  readonly groupSize?: GroupSize;
  readonly bits?: number;
  readonly rowLength?: number;
  readonly scale?: ScaleFormat;
}

/** Real bytes: codes are padded to a whole byte per group, a scale takes 4 bytes (float16 and bfloat16: 2). */
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

/** Every intermediate number of one group, as the kernel's reference computed it. */
export interface TraceGroup {
  /** Index of the group's first weight in the tensor. */
  readonly start: number;
  /** The largest code of the format, 2^(bits - 1) - 1: codes lie in -qmax..qmax. */
  readonly qmax: number;
  readonly weights: Float32Array;
  /** max |weight|. */
  readonly absmax: number;
  /** absmax / qmax in float32 (or the custom scale), before it is stored. */
  readonly exactScale: number;
  /** The stored scale that the quotients are made with. */
  readonly scale: number;
  /** weight / scale. */
  readonly quotients: Float32Array;
  /** The rounded quotients, before the clamp. */
  readonly rounded: Float32Array;
  readonly codes: Int8Array;
  /** code * scale. */
  readonly recovered: Float32Array;
  /** |recovered - weight|. */
  readonly errors: Float32Array;
  readonly maxError: number;
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
  /**
   * Cuts the weights into groups and gives each its scale and its codes.
   * @throws {GroupwiseError} `non-finite-weight` (with the lowest index), `invalid-…`, `scale-overflow`, `out-of-memory`.
   */
  quantize(weights: Float32Array, options?: QuantizeOptions): QuantizedTensor;
  /** code * scale for every weight. @throws {GroupwiseError} `length-mismatch`, `invalid-code`, `invalid-…`. */
  dequantize(quantized: Quantized): Float32Array;
  /** @throws {GroupwiseError} as `dequantize`, and `non-finite-weight`. */
  measure(weights: Float32Array, quantized: Quantized): Measurement;
  /** What a tensor of this shape takes in this format. @throws {GroupwiseError} `invalid-…`. */
  storage(options: StorageOptions): Storage;
  /** Every intermediate number, group by group. Meant for up to some thousand weights. @throws {GroupwiseError} as `quantize`. */
  trace(weights: Float32Array, options?: QuantizeOptions): TraceGroup[];
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
