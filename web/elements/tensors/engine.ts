import type {
  Measurement,
  QuantizedTensor,
  QuantizeOptions,
  Storage,
  StorageOptions,
} from 'groupwise';
import { openTensorFile, type TensorFile } from 'groupwise/files';
import { schema } from 'groupwise/options';
import { createQuantizerWorker, type QuantizerWorker } from 'groupwise/worker';
import { groupOf, groupRange } from '../raster/groups.ts';
import { cellValues } from './cells.ts';
import { type LoadedTensor, loadTensor } from './load.ts';
import { Painter } from './painter.ts';
import type {
  EngineFacts,
  EngineJobs,
  GroupWeights,
  JobCall,
  Jobs,
  OpenedFile,
  Painted,
  PaintRequest,
  ShownTensor,
  ShowRequest,
  WeightFacts,
} from './protocol.ts';
import { summarizeScales } from './summary.ts';

/** The tensor that is shown: its weights, and what became of them. */
interface Shown {
  readonly tensor: LoadedTensor;
  readonly quantized: QuantizedTensor;
  readonly recovered: Float32Array;
}

/**
 * Holds whole tensors and does all work with them, in a worker of the elements (or where no worker can be had, on the page's
 * thread). What it quantizes is quantized by `groupwise/worker`. A job succeeds whole or leaves everything as it was.
 */
export class TensorEngine implements Jobs {
  #quantizer: Promise<QuantizerWorker> | undefined;
  #file: { readonly opened: OpenedFile; readonly file: TensorFile } | null = null;
  #shown: Shown | null = null;
  readonly #painter = new Painter();

  readonly start = async (): Promise<EngineFacts> => {
    const { variant, variantReason, threads } = await this.#worker();
    return { variant, variantReason, threads };
  };

  readonly open = async (
    { blob, name }: EngineJobs['open']['in'],
    { signal }: JobCall,
  ): Promise<OpenedFile> => {
    const file = await openTensorFile(blob, name);
    signal.throwIfAborted();
    const opening = (this.#file?.opened.opening ?? 0) + 1;
    const { format, tensors } = file;
    const opened = { opening, name, bytes: blob.size, format, tensors };
    this.#file = { opened, file };
    return opened;
  };

  readonly show = async (request: ShowRequest, call: JobCall): Promise<ShownTensor> => {
    const quantizer = await this.#worker();
    call.signal.throwIfAborted();
    const before = this.#shown?.tensor;
    const tensor = request.source
      ? await loadTensor(request.source, this.#file?.file ?? null, quantizer, call)
      : before;
    if (!tensor) throw new Error('there is no tensor yet');
    try {
      const { shown, facts } = await quantize(quantizer, tensor, request.options, call);
      if (before && before !== tensor) before.resident.dispose();
      this.#shown = shown;
      return facts;
    } catch (error) {
      if (before !== tensor) tensor.resident.dispose();
      throw error;
    }
  };

  readonly paint = async (request: PaintRequest, { signal }: JobCall): Promise<Painted> => {
    const { tensor, quantized, recovered } = this.#needShown();
    const { sheet, view, width, height } = request;
    const layers = { weights: tensor.weights, recovered };
    const pictures = await this.#painter.paint(layers, request, signal);
    const cells = cellValues(request, { ...layers, codes: quantized.codes });
    return { sheet, view, width, height, pictures, cells };
  };

  readonly inspect = async (index: number): Promise<WeightFacts> => {
    const { tensor, quantized, recovered } = this.#needShown();
    const group = groupOf(quantized, index);
    const [groupStart, groupEnd] = groupRange(quantized, group);
    return {
      index,
      weight: tensor.weights[index] as number,
      code: quantized.codes[index] as number,
      recovered: recovered[index] as number,
      group,
      groupStart,
      groupEnd,
      scale: quantized.scales[group] as number,
    };
  };

  readonly levels = async (group: number, { signal }: JobCall): Promise<Float32Array> => {
    const { bits, scales } = this.#needShown().quantized;
    const largest = 2 ** (bits - 1) - 1;
    const codes = Int8Array.from({ length: 2 * largest + 1 }, (_, at) => at - largest);
    const one = { codes, scales: scales.slice(group, group + 1), bits };
    const quantizer = await this.#worker();
    return quantizer.dequantize(
      { ...one, groupSize: codes.length, rowLength: codes.length },
      { signal },
    );
  };

  readonly group = async ({
    group,
    most,
    near,
  }: EngineJobs['group']['in']): Promise<GroupWeights> => {
    const { tensor, quantized } = this.#needShown();
    const [start, end] = groupRange(quantized, group);
    const parts = near !== null && near >= start && near < end ? (near - start) / most : 0;
    const first = start + Math.floor(parts) * most;
    const weights = tensor.weights.slice(first, Math.min(end, first + most));
    return { group, start, end, scale: quantized.scales[group] as number, first, weights };
  };

  readonly measure = (options: QuantizeOptions, { signal }: JobCall): Promise<Measurement> =>
    this.#needShown().tensor.resident.measure(options, { signal });

  readonly storage = async (options: StorageOptions): Promise<Storage> =>
    (await this.#worker()).storage(options);

  dispose(): void {
    this.#quantizer?.then(
      (quantizer) => quantizer.dispose(),
      () => {},
    );
    this.#shown = null;
  }

  #worker(): Promise<QuantizerWorker> {
    this.#quantizer ??= createQuantizerWorker().catch((error: unknown) => {
      this.#quantizer = undefined;
      throw error;
    });
    return this.#quantizer;
  }

  #needShown(): Shown {
    if (!this.#shown) throw new Error('there is no tensor yet');
    return this.#shown;
  }
}

async function quantize(
  quantizer: QuantizerWorker,
  tensor: LoadedTensor,
  options: QuantizeOptions,
  { signal, onProgress }: JobCall,
): Promise<{ shown: Shown; facts: ShownTensor }> {
  const steps = (phase: string) => {
    onProgress({ phase, share: null });
    return { signal, onProgress: (share: number) => onProgress({ phase, share }) };
  };
  const quantized = await tensor.resident.quantize(options, steps('Quantizing'));
  const measured = await tensor.resident.measure(options, steps('Measuring'));
  const recovered = await quantizer.dequantize(quantized, steps('Recovering the weights'));
  const { bits, groupSize, rowLength, length } = quantized;
  const { rounding = schema.rounding.default, scale = schema.scale.default } = quantized;
  const storage = await quantizer.storage({ length, bits, groupSize, rowLength, scale });
  const scales = await summarizeScales(quantized.scales, signal);
  const facts = await tensor.facts(signal);
  const cut = { length, groupSize, rowLength };
  return {
    shown: { tensor, quantized, recovered },
    facts: { tensor: facts, cut, bits, rounding, scale, measured, storage, scales },
  };
}
