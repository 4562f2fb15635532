import {
  openTensorFile,
  type TensorFile,
  TensorFileError,
  type TensorInfo,
} from '../../lib/files/index.ts';
import { GroupwiseError } from '../../lib/index.ts';
import type { WorkerTensor } from '../../lib/worker/index.ts';
import { DEFAULTS, type FormatSettings, quantizeOptions } from '../stepper/settings.ts';
import { type QuantizedResult, quantizeTensor, sharedWorker } from '../tensor-worker.ts';

/** A tensor that was read, and what its quantization gave. */
export interface Shown {
  readonly info: TensorInfo;
  readonly weights: Float32Array;
  /** The same weights, in the worker's memory. */
  readonly held: WorkerTensor;
  readonly settings: FormatSettings;
  readonly result: QuantizedResult;
  /** Which build computed it, and why that one. */
  readonly computedBy: string;
}

/** An opened file. */
export interface Opened {
  readonly name: string;
  readonly bytes: number;
  readonly file: TensorFile;
}

/**
 * What the explorer holds. Opening a file, choosing a tensor and changing a setting each either succeed whole, or leave all
 * as it was and say why. Work that is out of date is aborted.
 */
export class ExplorerSession {
  readonly #changed: () => void;
  #opened: Opened | null = null;
  #shown: Shown | null = null;
  #busy: string | null = null;
  #problem: string | null = null;
  #work = new AbortController();
  #settings: FormatSettings = DEFAULTS;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get opened(): Opened | null {
    return this.#opened;
  }

  get shown(): Shown | null {
    return this.#shown;
  }

  /** What is being done, in words. */
  get busy(): string | null {
    return this.#busy;
  }

  get problem(): string | null {
    return this.#problem;
  }

  /** The settings of the next quantization; the finished one has its own. */
  get settings(): FormatSettings {
    return this.#settings;
  }

  open(blob: Blob, name: string): Promise<void> {
    return this.#run(`Opening ${name} …`, async (signal) => {
      const file = await openTensorFile(blob, name);
      signal.throwIfAborted();
      this.#opened = { name, bytes: blob.size, file };
      this.#show(null);
    });
  }

  choose(info: TensorInfo): Promise<void> {
    const { file } = this.#opened ?? {};
    if (!file) return Promise.resolve();
    return this.#run(`Reading ${info.name} …`, async (signal) => {
      const onProgress = (read: number, total: number): void => {
        this.#say(`Reading ${info.name}: ${Math.floor((100 * read) / total)} %`);
      };
      const weights = await file.read(info.name, { signal, onProgress });
      const worker = await sharedWorker();
      const held = await worker.load(weights, { signal });
      try {
        const settings = this.#settings;
        const result = await this.#quantize(info, held, settings, signal);
        const computedBy = `${worker.variant}: ${worker.variantReason}`;
        this.#show({ info, weights, held, settings, result, computedBy });
      } catch (error) {
        held.dispose();
        throw error;
      }
    });
  }

  /** Changes settings; null: taken. A refusal leaves the finished result as it is. */
  async change(change: Partial<FormatSettings>): Promise<string | null> {
    const next = { ...this.#settings, ...change };
    const shown = this.#shown;
    if (!shown) {
      this.#settings = next;
      return null;
    }
    let refusal: string | null = null;
    await this.#run('Quantizing …', async (signal) => {
      try {
        const result = await this.#quantize(shown.info, shown.held, next, signal);
        this.#settings = next;
        this.#show({ ...shown, settings: next, result });
      } catch (error) {
        if (!(error instanceof GroupwiseError) || signal.aborted) throw error;
        refusal = error.message;
      }
    });
    return refusal;
  }

  async #quantize(
    info: TensorInfo,
    held: WorkerTensor,
    settings: FormatSettings,
    signal: AbortSignal,
  ): Promise<QuantizedResult> {
    const onProgress = (share: number): void => {
      if (!signal.aborted) this.#say(`Quantizing ${info.name}: ${Math.floor(100 * share)} %`);
    };
    this.#say(`Quantizing ${info.name} …`);
    const rowLength = info.length > 0 ? info.rowLength : null;
    const options = quantizeOptions({ ...settings, rowLength });
    const result = await quantizeTensor(held, options, { signal, onProgress });
    signal.throwIfAborted();
    return result;
  }

  /** Takes a finished result, and gives back the worker's memory of the tensor it replaces. */
  #show(shown: Shown | null): void {
    if (this.#shown && this.#shown.held !== shown?.held) this.#shown.held.dispose();
    this.#shown = shown;
  }

  async #run(busy: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#work.abort();
    const controller = new AbortController();
    this.#work = controller;
    this.#problem = null;
    this.#say(busy);
    try {
      await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return;
      this.#problem = inWords(error);
    } finally {
      if (this.#work === controller) this.#say(null);
    }
  }

  #say(busy: string | null): void {
    this.#busy = busy;
    this.#changed();
  }
}

function inWords(error: unknown): string {
  if (error instanceof TensorFileError || error instanceof GroupwiseError) return error.message;
  return `Something went wrong: ${error instanceof Error ? error.message : String(error)}`;
}
