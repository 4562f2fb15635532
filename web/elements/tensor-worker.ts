import type {
  Measurement,
  QuantizedTensor,
  QuantizeOptions,
  Storage,
  Variant,
} from '../lib/index.ts';
import { sharedQuantizer } from './quantizer.ts';

/** A whole tensor, quantized and measured. */
export interface QuantizedResult {
  readonly quantized: QuantizedTensor;
  readonly measured: Measurement;
  readonly storage: Storage;
  readonly variant: Variant;
  readonly variantReason: string;
}

/** The one place that knows where whole tensors are quantized. @throws {GroupwiseError}; the signal's reason when aborted. */
export async function quantizeTensor(
  weights: Float32Array,
  options: QuantizeOptions,
  signal: AbortSignal,
): Promise<QuantizedResult> {
  const quantizer = await sharedQuantizer();
  signal.throwIfAborted();
  const quantized = quantizer.quantize(weights, options);
  const { bits, groupSize, rowLength, length, scale } = quantized;
  return {
    quantized,
    measured: quantizer.measure(weights, quantized),
    storage: quantizer.storage({ length, bits, groupSize, rowLength, scale }),
    variant: quantizer.variant,
    variantReason: quantizer.variantReason,
  };
}
