import type {
  BlockField,
  DecodeOptions,
  FormatInfo,
  Measurement,
  Quantized,
  QuantizedTensor,
  QuantizeOptions,
  Storage,
  StorageOptions,
  Trace,
  UnpackedTensor,
  Variant,
} from '../api/types.ts';

/** How a call to a worker is made. */
export interface CallOptions {
  /** Aborting rejects with `aborted`; a job that has begun stops at its next piece. */
  readonly signal?: AbortSignal;
  /** The share that is done, 0 to 1, during long work. */
  readonly onProgress?: (share: number) => void;
  /** Hands the buffers of the arguments over instead of copying them: they are empty afterwards. */
  readonly transfer?: boolean;
}

/** A tensor in the worker's memory: {@link ResidentTensor} with promises. */
export interface WorkerTensor {
  readonly length: number;
  quantize(options?: QuantizeOptions, call?: CallOptions): Promise<QuantizedTensor>;
  measure(options?: QuantizeOptions, call?: CallOptions): Promise<Measurement>;
  dispose(): void;
}

/** A {@link Quantizer} off the caller's thread: the same methods, returning promises. */
export interface QuantizerWorker {
  readonly variant: Variant;
  /** Why this variant runs, and where it had to run elsewhere than in a worker. */
  readonly variantReason: string;
  readonly threads: number;
  /** The table of formats. */
  readonly formats: readonly FormatInfo[];
  quantize(
    weights: Float32Array,
    options?: QuantizeOptions,
    call?: CallOptions,
  ): Promise<QuantizedTensor>;
  dequantize(quantized: Quantized, call?: CallOptions): Promise<Float32Array>;
  encode(weights: Float32Array, options?: QuantizeOptions, call?: CallOptions): Promise<Uint8Array>;
  decode(bytes: Uint8Array, options: DecodeOptions, call?: CallOptions): Promise<Float32Array>;
  unpack(bytes: Uint8Array, options: DecodeOptions, call?: CallOptions): Promise<UnpackedTensor>;
  pack(quantized: Quantized, call?: CallOptions): Promise<Uint8Array>;
  fields(options: StorageOptions): Promise<BlockField[]>;
  measure(weights: Float32Array, quantized: Quantized, call?: CallOptions): Promise<Measurement>;
  /** @param options of the bytes */
  measure(
    weights: Float32Array,
    bytes: Uint8Array,
    options: QuantizeOptions,
    call?: CallOptions,
  ): Promise<Measurement>;
  storage(options: StorageOptions): Promise<Storage>;
  trace(weights: Float32Array, options?: QuantizeOptions, call?: CallOptions): Promise<Trace>;
  /** Copies (or transfers) weights to the worker once, to be quantized there many times. */
  load(weights: Float32Array, call?: CallOptions): Promise<WorkerTensor>;
  /** Ends the worker. Calls that have not returned reject with `disposed`. */
  dispose(): void;
}
