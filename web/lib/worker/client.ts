import type {
  DecodeOptions,
  FormatInfo,
  Measurement,
  Quantized,
  QuantizeOptions,
  StorageOptions,
} from '../api/types.ts';
import { GroupwiseError } from '../errors/error.ts';
import { buffersOf } from './buffers-of.ts';
import type { FromWorker, JobName, Jobs, ToWorker } from './protocol.ts';
import type { CallOptions, QuantizerWorker, WorkerTensor } from './types.ts';

/** A worker that has said it is ready. */
export interface Line {
  readonly ready: Extract<FromWorker, { ready: unknown }>['ready'];
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
  /** From now on. `onEnd` is called when the worker ends by itself. */
  listen(onMessage: (message: FromWorker) => void, onEnd: (reason: string) => void): void;
  terminate(): void;
}

interface Waiting {
  readonly job: JobName;
  readonly args: readonly unknown[];
  readonly call: CallOptions;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/** The caller's side. One job is with the worker at a time, so that one that waits can be called off. */
export class WorkerClient implements QuantizerWorker {
  readonly variant;
  readonly variantReason: string;
  readonly threads: number;
  readonly formats: readonly FormatInfo[];
  readonly #line: Line;
  readonly #queue: Waiting[] = [];
  #running: { readonly id: number; readonly waiting: Waiting } | undefined;
  #lastId = 0;
  #ended: GroupwiseError | undefined;

  constructor(line: Line, reason = line.ready.variantReason) {
    this.#line = line;
    this.variant = line.ready.variant;
    this.variantReason = reason;
    this.threads = line.ready.threads;
    this.formats = line.ready.formats;
    line.listen(
      (message) => this.#receive(message),
      (reason) => this.#end(new GroupwiseError('worker-failed', `the worker ended: ${reason}`)),
    );
  }

  quantize(weights: Float32Array, options?: QuantizeOptions, call?: CallOptions) {
    return this.#do('quantize', [weights, options], call);
  }

  dequantize(quantized: Quantized, call?: CallOptions) {
    return this.#do('dequantize', [quantized], call);
  }

  encode(weights: Float32Array, options?: QuantizeOptions, call?: CallOptions) {
    return this.#do('encode', [weights, options], call);
  }

  decode(bytes: Uint8Array, options: DecodeOptions, call?: CallOptions) {
    return this.#do('decode', [bytes, options], call);
  }

  unpack(bytes: Uint8Array, options: DecodeOptions, call?: CallOptions) {
    return this.#do('unpack', [bytes, options], call);
  }

  pack(quantized: Quantized, call?: CallOptions) {
    return this.#do('pack', [quantized], call);
  }

  fields(options: StorageOptions) {
    return this.#do('fields', [options]);
  }

  measure(
    weights: Float32Array,
    kept: Quantized | Uint8Array,
    options: QuantizeOptions | CallOptions = {},
    call?: CallOptions,
  ): Promise<Measurement> {
    // Codes and scales say themselves what they are: there are no options before the call's.
    return kept instanceof Uint8Array
      ? this.#do('measure', [weights, kept, options as QuantizeOptions], call)
      : this.#do('measure', [weights, kept, undefined], options as CallOptions);
  }

  storage(options: StorageOptions) {
    return this.#do('storage', [options]);
  }

  trace(weights: Float32Array, options?: QuantizeOptions, call?: CallOptions) {
    return this.#do('trace', [weights, options], call);
  }

  async load(weights: Float32Array, call?: CallOptions): Promise<WorkerTensor> {
    const { resident, length } = await this.#do('load', [weights], call);
    return {
      length,
      quantize: (options, call) => this.#do('residentQuantize', [resident, options], call),
      measure: (options, call) => this.#do('residentMeasure', [resident, options], call),
      dispose: () => {
        // With the worker goes its memory: nothing is left to do if it ends first.
        this.#do('residentDispose', [resident]).catch(() => {});
      },
    };
  }

  dispose(): void {
    this.#end(
      new GroupwiseError('disposed', 'the quantizer has been disposed of; create another one'),
    );
  }

  #do<Name extends JobName>(
    job: Name,
    args: Jobs[Name]['in'],
    call: CallOptions = {},
  ): Promise<Jobs[Name]['out']> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    if (call.signal?.aborted) return Promise.reject(abortError(call.signal));
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { job, args, call, resolve: resolve as never, reject };
      call.signal?.addEventListener('abort', () => this.#abort(waiting), { once: true });
      this.#queue.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    if (this.#running !== undefined) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    const id = ++this.#lastId;
    this.#running = { id, waiting };
    const { job, args, call } = waiting;
    try {
      this.#line.post({ job, id, args }, call.transfer ? buffersOf(args) : []);
    } catch (error) {
      // What cannot be cloned cannot be weights: the same error as for a wrong type on this thread.
      this.#settle((w) =>
        w.reject(new GroupwiseError('invalid-weights', `cannot be sent to a worker: ${error}`)),
      );
    }
  }

  #receive(message: FromWorker): void {
    if (!('id' in message) || message.id !== this.#running?.id) return;
    if ('progress' in message) {
      this.#running.waiting.call.onProgress?.(message.progress);
    } else if ('result' in message) {
      this.#settle((w) => w.resolve(message.result as never));
    } else {
      const { code, message: text, index } = message.error;
      this.#settle((w) => w.reject(new GroupwiseError(code ?? 'worker-failed', text, index)));
    }
  }

  #settle(how: (waiting: Waiting) => void): void {
    const running = this.#running;
    this.#running = undefined;
    if (running !== undefined) how(running.waiting);
    this.#next();
  }

  #abort(waiting: Waiting): void {
    const error = abortError(waiting.call.signal);
    const place = this.#queue.indexOf(waiting);
    if (place >= 0) {
      this.#queue.splice(place, 1);
      waiting.reject(error);
    } else if (this.#running?.waiting === waiting) {
      this.#line.post({ abort: this.#running.id });
      this.#settle((w) => w.reject(error));
    }
  }

  #end(error: GroupwiseError): void {
    if (this.#ended !== undefined) return;
    this.#ended = error;
    this.#line.terminate();
    const running = this.#running;
    this.#running = undefined;
    for (const waiting of [...(running ? [running.waiting] : []), ...this.#queue.splice(0)]) {
      waiting.reject(error);
    }
  }
}

function abortError(signal: AbortSignal | undefined): GroupwiseError {
  return new GroupwiseError('aborted', 'the call was aborted', undefined, {
    cause: signal?.reason,
  });
}
