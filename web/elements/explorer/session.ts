import type { QuantizeOptions } from 'groupwise';
import type { TensorInfo } from 'groupwise/files';
import { type FormatSettings, quantizeOptions } from '../options/settings.ts';
import { type EngineClient, EngineError } from '../tensors/client.ts';
import type { OpenedFile, Progress, ShownTensor, Source } from '../tensors/protocol.ts';
import { MOST_ON_PAGE, startEngine } from '../tensors/start.ts';

/** A tensor that is shown, and the settings it was quantized with. */
export interface Shown {
  readonly settings: FormatSettings;
  readonly result: ShownTensor;
}

/** `superseded`: something newer took its place. `failed`: `problem` says why. */
export type Outcome = 'done' | 'failed' | 'superseded';

/**
 * What the explorer shows. Opening a file, choosing a tensor and changing a setting each either succeed whole, or leave all
 * as it was and say why. Work that is out of date is aborted.
 */
export class ExplorerSession {
  readonly #changed: () => void;
  #engine: Promise<EngineClient> | null = null;
  #client: EngineClient | null = null;
  #where = '';
  #opened: OpenedFile | null = null;
  #shown: Shown | null = null;
  #busy: Progress | null = null;
  #problem: string | null = null;
  #work = new AbortController();
  /** A source on its way: a change of settings waits for it and does not call it off. */
  #coming: Promise<Outcome> | null = null;
  #wanted: FormatSettings | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get opened(): OpenedFile | null {
    return this.#opened;
  }

  get shown(): Shown | null {
    return this.#shown;
  }

  get busy(): Progress | null {
    return this.#busy;
  }

  get problem(): string | null {
    return this.#problem;
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
      call.onProgress({ phase: `Opening ${name}`, share: null });
      this.#opened = await client.do('open', { blob, name }, call);
    });
  }

  tensorInfo(name: string): TensorInfo | undefined {
    return this.#opened?.tensors.find((info) => info.name === name);
  }

  /** Shows a tensor (null: the one that is shown, or is on its way) under settings. */
  async show(source: Source | null, settings: FormatSettings): Promise<Outcome> {
    const coming = this.#coming;
    if (source === null && coming) {
      this.#wanted = settings;
      const came = await coming;
      if (this.#wanted !== settings) return 'superseded';
      return came === 'done' ? this.#show(null, settings) : came;
    }
    this.#wanted = settings;
    const done = this.#show(source, settings);
    if (!source) return done;
    this.#coming = done;
    await done;
    if (this.#coming === done) this.#coming = null;
    return done;
  }

  /** What the last attempt failed of; afterwards it is forgotten. */
  takeProblem(): string | null {
    const problem = this.#problem;
    this.#problem = null;
    return problem;
  }

  /** Ends the engine; showing a tensor again starts another. */
  dispose(): void {
    this.#work.abort();
    this.#client?.dispose();
    this.#client = null;
    this.#engine = null;
  }

  #show(source: Source | null, settings: FormatSettings): Promise<Outcome> {
    return this.#run(async (client, call) => {
      if (client.onPageBecause !== null && source) this.#refuseLarge(source);
      const options: QuantizeOptions = quantizeOptions(settings);
      const request = source ? { source, options } : { options };
      this.#shown = { settings, result: await client.do('show', request, call) };
    });
  }

  #refuseLarge(source: Source): void {
    const length =
      source.kind === 'generated'
        ? source.spec.rows * source.spec.columns
        : (this.tensorInfo(source.tensor)?.length ?? 0);
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

  async #run(
    work: (
      client: EngineClient,
      call: { signal: AbortSignal; onProgress: (progress: Progress) => void },
    ) => Promise<void>,
  ): Promise<Outcome> {
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
      await work(client, { signal, onProgress });
      this.#problem = null;
      return 'done';
    } catch (error) {
      if (signal.aborted) return 'superseded';
      this.#problem = inWords(error);
      return 'failed';
    } finally {
      if (this.#work === controller) this.#say(null);
    }
  }

  #say(busy: Progress | null): void {
    this.#busy = busy;
    this.#changed();
  }
}

function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const expected = error instanceof EngineError && error.code !== 'unexpected';
  return expected ? message : `Something went wrong: ${message}`;
}
