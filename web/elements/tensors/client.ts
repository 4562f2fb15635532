import type { EngineJobs, FromEngine, JobCall, JobName, ToEngine } from './protocol.ts';

/** What a job failed of. `code` is that of a GroupwiseError or TensorFileError, `aborted`, or `unexpected`. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Where tensors are worked with. */
export interface EngineClient {
  /** Why this is the page's own thread; null: it is a worker. */
  readonly onPageBecause: string | null;
  do<Name extends JobName>(
    job: Name,
    input: EngineJobs[Name]['in'],
    call?: Partial<JobCall>,
  ): Promise<EngineJobs[Name]['out']>;
  dispose(): void;
}

/** The ends of a line to an engine. */
export interface EngineLine {
  post(message: ToEngine): void;
  listen(onMessage: (message: FromEngine) => void, onEnd: (reason: string) => void): void;
  close(): void;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
  readonly call: Partial<JobCall>;
}

const aborted = (): EngineError => new EngineError('aborted', 'the call was aborted');

export function engineClient(line: EngineLine, onPageBecause: string | null): EngineClient {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: EngineError | undefined;

  function end(error: EngineError): void {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
    line.close();
  }

  line.listen(
    (message) => {
      const job = waiting.get(message.id);
      if (!job) return;
      if ('progress' in message) {
        job.call.onProgress?.(message.progress);
        return;
      }
      waiting.delete(message.id);
      if ('result' in message) job.resolve(message.result as never);
      else job.reject(new EngineError(message.error.code, message.error.message));
    },
    (reason) => end(new EngineError('worker-failed', `the worker ended: ${reason}`)),
  );

  return {
    onPageBecause,
    do(job, input, call = {}) {
      if (ended) return Promise.reject(ended);
      if (call.signal?.aborted) return Promise.reject(aborted());
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve: resolve as never, reject, call });
        call.signal?.addEventListener(
          'abort',
          () => {
            if (!waiting.delete(id)) return;
            line.post({ abort: id });
            reject(aborted());
          },
          { once: true },
        );
        line.post({ id, job, input });
      });
    },
    dispose: () => end(new EngineError('disposed', 'the engine has been disposed of')),
  };
}
