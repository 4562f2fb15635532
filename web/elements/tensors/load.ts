import type { TensorFile } from 'groupwise/files';
import type { QuantizerWorker, WorkerTensor } from 'groupwise/worker';
import { generate } from './generate.ts';
import type { JobCall, Source, TensorFacts } from './protocol.ts';
import { DISTRIBUTION_NAMES } from './spec.ts';
import { summarize } from './summary.ts';

/** A tensor that is there twice: here, to be looked at, and in the quantizer's memory, to be quantized many times. */
export interface LoadedTensor {
  readonly weights: Float32Array;
  readonly resident: WorkerTensor;
  /** Summed up when first asked for: by then the quantizer has found all weights finite. */
  facts(signal: AbortSignal): Promise<TensorFacts>;
}

/** @param file the one that was opened last */
export async function loadTensor(
  source: Source,
  file: TensorFile | null,
  quantizer: QuantizerWorker,
  call: JobCall,
): Promise<LoadedTensor> {
  const { name, shape, weights } = await (source.kind === 'generated'
    ? made(source, call)
    : read(source, file, call));
  call.onProgress({ phase: `Loading ${name}`, share: null });
  // Not called off half way: what the quantizer holds has to be given back to it.
  const resident = await quantizer.load(weights);
  if (call.signal.aborted) resident.dispose();
  call.signal.throwIfAborted();
  let facts: TensorFacts | undefined;
  return {
    weights,
    resident,
    async facts(signal) {
      call.onProgress({ phase: 'Counting', share: null });
      facts ??= {
        source,
        name,
        shape,
        length: weights.length,
        summary: await summarize(weights, signal),
      };
      return facts;
    },
  };
}

interface Weights {
  readonly name: string;
  readonly shape: readonly number[];
  readonly weights: Float32Array;
}

async function made(
  { spec }: Extract<Source, { kind: 'generated' }>,
  { signal, onProgress }: JobCall,
): Promise<Weights> {
  const name = `${DISTRIBUTION_NAMES[spec.distribution]}, ${spec.rows} × ${spec.columns}, seed ${spec.seed}`;
  const phase = 'Generating the weights';
  onProgress({ phase, share: 0 });
  const weights = await generate(spec, signal, (share) => onProgress({ phase, share }));
  return { name, shape: [spec.rows, spec.columns], weights };
}

async function read(
  { tensor }: Extract<Source, { kind: 'file' }>,
  file: TensorFile | null,
  { signal, onProgress }: JobCall,
): Promise<Weights> {
  if (!file) throw new Error('no file is open');
  const phase = `Reading ${tensor}`;
  const weights = await file.read(tensor, {
    signal,
    onProgress: (done, total) => onProgress({ phase, share: done / total }),
  });
  const shape = file.tensors.find((info) => info.name === tensor)?.shape ?? [weights.length];
  return { name: tensor, shape, weights };
}
