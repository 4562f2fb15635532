import type { QuantizeOptions } from 'groupwise';
import { type FormatSettings, quantizeOptions } from '../options/settings.ts';
import type { Outcome } from '../state/state-element.ts';
import { type EngineClient, EngineError } from './client.ts';
import { type MeasurableTensor, measurable } from './measurable.ts';
import type { OpenedFile, Progress, ShownTensor, Source } from './protocol.ts';
import { MOST_ON_PAGE, startEngine } from './start.ts';

/** A tensor that is shown, and the settings it was quantized with. */
export interface Shown {
  readonly settings: FormatSettings;
  readonly result: ShownTensor;
}

interface Call {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * A session with the engine: the file that is open, the tensor that is shown. Opening a file, choosing a tensor and changing a
 * setting each either succeed whole, or leave all as it was and say why. Work that is out of date is aborted.
 */
export class TensorSession {
  readonly #changed: () => void;
  #engine: Promise<EngineClient> | null = null;
  #client: EngineClient | null = null;
  #where = '';
  /** What was opened last, and the engine that has it. */
  #file: {
    readonly client: EngineClient;
    readonly blob: Blob;
    readonly opened: OpenedFile;
  } | null = null;
  #shown: Shown | null = null;
  #measurable: MeasurableTensor | null = null;
  #busy: Progress | null = null;
  #work = new AbortController();
  /** A tensor on its way: a change of settings waits for it and does not call it off. */
  #coming: { readonly source: Source; readonly outcome: Promise<Outcome> } | null = null;
  #wanted: FormatSettings | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get opened(): OpenedFile | null {
    return this.#file?.opened ?? null;
  }

  get shown(): Shown | null {
    return this.#shown;
  }

  /** The tensor that is shown; another object where it is another, or under other settings. */
  get measurable(): MeasurableTensor | null {
    return this.#measurable;
  }

  get busy(): Progress | null {
    return this.#busy;
  }

  /** Which build of the quantizer runs where, and why; empty until one does. */
  get where(): string {
    return this.#where;
  }

  /** Null until it has started. */
  get client(): EngineClient | null {
    return this.#client;
  }

  open(blob: Blob, name: string): Promise<Outcome> {
    return this.#run(async (client, call) => {
      this.#file = { client, blob, opened: await open(client, blob, name, call) };
    });
  }

  /** Shows a tensor under settings; what is shown already, or is on its way, is not loaded again. */
  async show(source: Source, settings: FormatSettings): Promise<Outcome> {
    this.#wanted = settings;
    const coming = this.#coming;
    if (coming && same(coming.source, source)) {
      const came = await coming.outcome;
      if (this.#wanted !== settings) return 'superseded';
      return came === 'done' ? this.#quantize(null, settings) : came;
    }
    if (this.#shown && same(this.#shown.result.tensor.source, source)) {
      if (!this.#busy && same(this.#shown.settings, settings)) return 'done';
      return this.#quantize(null, settings);
    }
    const outcome = this.#quantize(source, settings);
    this.#coming = { source, outcome };
    await outcome;
    if (this.#coming?.outcome === outcome) this.#coming = null;
    return outcome;
  }

  /** Ends the engine. Showing a tensor starts another, which opens the file again. */
  dispose(): void {
    this.#work.abort();
    this.#client?.dispose();
    this.#client = null;
    this.#engine = null;
    this.#shown = null;
    this.#measurable = null;
    this.#coming = null;
  }

  #quantize(source: Source | null, settings: FormatSettings): Promise<Outcome> {
    this.#coming = null;
    return this.#run(async (client, call) => {
      if (client.onPageBecause !== null && source) this.#refuseLarge(source);
      const options: QuantizeOptions = quantizeOptions(settings);
      const request = source ? { source, options } : { options };
      const result = await client.do('show', request, call);
      this.#shown = { settings, result };
      this.#measurable = measurable(client, settings, result);
    });
  }

  #refuseLarge(source: Source): void {
    const length =
      source.kind === 'generated'
        ? source.spec.rows * source.spec.columns
        : (this.opened?.tensors.find(({ name }) => name === source.tensor)?.length ?? 0);
    if (length <= MOST_ON_PAGE) return;
    throw new EngineError(
      'too-large',
      `${length} weights are too many to be worked with on the page’s own thread (at most ${MOST_ON_PAGE}); this page allows no workers`,
    );
  }

  async #start(): Promise<EngineClient> {
    this.#engine ??= startEngine().catch((error: unknown) => {
      this.#engine = null;
      throw error;
    });
    const client = await this.#engine;
    if (this.#client === client) return client;
    const { variant, variantReason, threads } = await client.do('start', undefined);
    const place = client.onPageBecause === null ? 'in a worker' : 'on the page’s own thread';
    const many = threads > 1 ? `, ${threads} threads` : '';
    const why = client.onPageBecause === null ? '' : ` No worker: ${client.onPageBecause}.`;
    this.#where = `Computed ${place} by the ${variant} build${many}: ${variantReason}.${why}`;
    this.#client = client;
    return client;
  }

  async #run(work: (client: EngineClient, call: Call) => Promise<void>): Promise<Outcome> {
    this.#work.abort();
    const controller = new AbortController();
    this.#work = controller;
    const { signal } = controller;
    const onProgress = (progress: Progress): void => {
      if (!signal.aborted) this.#say(progress);
    };
    try {
      if (!this.#client) onProgress({ phase: 'Starting', share: null });
      const client = await this.#start();
      signal.throwIfAborted();
      const file = this.#file;
      if (file && file.client !== client) {
        await open(client, file.blob, file.opened.name, { signal, onProgress });
        this.#file = { ...file, client };
      }
      await work(client, { signal, onProgress });
      return 'done';
    } catch (error) {
      if (signal.aborted) return 'superseded';
      return { refusal: inWords(error) };
    } finally {
      if (this.#work === controller) this.#say(null);
    }
  }

  #say(busy: Progress | null): void {
    this.#busy = busy;
    this.#changed();
  }
}

function open(client: EngineClient, blob: Blob, name: string, call: Call): Promise<OpenedFile> {
  call.onProgress({ phase: `Opening ${name}`, share: null });
  return client.do('open', { blob, name }, call);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const expected = error instanceof EngineError && error.code !== 'unexpected';
  return expected ? message : `Something went wrong: ${message}`;
}
