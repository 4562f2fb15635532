import type { Measurement, QuantizedTensor, QuantizeOptions, Storage } from '../lib/index.ts';
import type { CallOptions, QuantizerWorker, WorkerTensor } from '../lib/worker/index.ts';

/** A whole tensor, quantized and measured. */
export interface QuantizedResult {
  readonly quantized: QuantizedTensor;
  readonly measured: Measurement;
  readonly storage: Storage;
}

let shared: Promise<QuantizerWorker> | undefined;

/** The one worker all elements of a page share, started when the first tensor needs it. */
export function sharedWorker(): Promise<QuantizerWorker> {
  shared ??= start();
  return shared;
}

async function start(): Promise<QuantizerWorker> {
  try {
    const { createQuantizerWorker } = await import('../lib/worker/index.ts');
    return await createQuantizerWorker();
  } catch (error) {
    shared = undefined;
    throw error;
  }
}

/** Quantizes a tensor that the worker holds. @throws {GroupwiseError} */
export async function quantizeTensor(
  tensor: WorkerTensor,
  options: QuantizeOptions,
  call: CallOptions,
): Promise<QuantizedResult> {
  const worker = await sharedWorker();
  const quantized = await tensor.quantize(options, call);
  const { bits, groupSize, rowLength, length, scale } = quantized;
  const [measured, storage] = await Promise.all([
    tensor.measure(options, call),
    worker.storage({ length, bits, groupSize, rowLength, scale }),
  ]);
  return { quantized, measured, storage };
}
