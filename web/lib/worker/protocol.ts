import type {
  BlockField,
  CreateOptions,
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
import type { GroupwiseErrorCode } from '../errors/error.ts';

/** The jobs a worker does: what each is given, and what comes back. */
export interface Jobs {
  quantize: { in: [Float32Array, QuantizeOptions | undefined]; out: QuantizedTensor };
  dequantize: { in: [Quantized]; out: Float32Array };
  measure: {
    in: [Float32Array, Quantized | Uint8Array, QuantizeOptions | undefined];
    out: Measurement;
  };
  encode: { in: [Float32Array, QuantizeOptions | undefined]; out: Uint8Array };
  decode: { in: [Uint8Array, DecodeOptions]; out: Float32Array };
  unpack: { in: [Uint8Array, DecodeOptions]; out: UnpackedTensor };
  pack: { in: [Quantized]; out: Uint8Array };
  fields: { in: [StorageOptions]; out: BlockField[] };
  storage: { in: [StorageOptions]; out: Storage };
  trace: { in: [Float32Array, QuantizeOptions | undefined]; out: Trace };
  load: { in: [Float32Array]; out: { resident: number; length: number } };
  residentQuantize: { in: [number, QuantizeOptions | undefined]; out: QuantizedTensor };
  residentMeasure: { in: [number, QuantizeOptions | undefined]; out: Measurement };
  residentDispose: { in: [number]; out: undefined };
}

export type JobName = keyof Jobs;

export interface ErrorRecord {
  readonly code: GroupwiseErrorCode | undefined;
  readonly message: string;
  readonly index: number | undefined;
}

export type ToWorker =
  | { readonly start: CreateOptions }
  | { readonly job: JobName; readonly id: number; readonly args: readonly unknown[] }
  | { readonly abort: number };

export type FromWorker =
  | {
      readonly ready: {
        variant: Variant;
        variantReason: string;
        threads: number;
        formats: readonly FormatInfo[];
      };
    }
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: ErrorRecord }
  | { readonly failed: ErrorRecord };

/** One end of the line between a client and its worker: Web Workers and Node's have different ones. */
export interface Port<Out, In> {
  post(message: Out, transfer?: ArrayBuffer[]): void;
  listen(onMessage: (message: In) => void): void;
}
