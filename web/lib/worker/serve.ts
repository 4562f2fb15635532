import type { ResidentTensor } from '../api/types.ts';
import type { createQuantizerOn } from '../engine/create.ts';
import type { Job } from '../engine/jobs.ts';
import type { CoreQuantizer } from '../engine/quantizer.ts';
import { GroupwiseError } from '../errors/error.ts';
import { buffersOf } from './buffers-of.ts';
import type { ErrorRecord, FromWorker, JobName, Jobs, Port, ToWorker } from './protocol.ts';

/** After this long without a break, the worker looks whether its job has been aborted. */
const breakEveryMs = 12;

type Work<Name extends JobName> = (...args: Jobs[Name]['in']) => Job<Jobs[Name]['out']>;

/** The worker's side: makes a quantizer, then does one job after another. */
export function serve(
  port: Port<FromWorker, ToWorker>,
  createQuantizer: ReturnType<typeof createQuantizerOn>,
): void {
  const aborted = new Set<number>();
  let jobs: { [Name in JobName]: Work<Name> } | undefined;

  async function work(id: number, steps: Job<unknown>): Promise<void> {
    let next = steps.next();
    for (let lastBreak = performance.now(); !next.done; next = steps.next()) {
      if (performance.now() - lastBreak < breakEveryMs) continue;
      port.post({ id, progress: next.value });
      await macrotask();
      if (aborted.delete(id)) return void steps.return(undefined);
      lastBreak = performance.now();
    }
    port.post({ id, result: next.value }, buffersOf(next.value));
  }

  port.listen(async (message) => {
    if ('start' in message) {
      try {
        const quantizer = await createQuantizer(message.start);
        jobs = jobsOf(quantizer as CoreQuantizer);
        const { variant, variantReason, threads, formats } = quantizer;
        port.post({ ready: { variant, variantReason, threads, formats } });
      } catch (error) {
        port.post({ failed: recordOf(error) });
      }
    } else if ('abort' in message) {
      aborted.add(message.abort);
    } else if (jobs !== undefined) {
      try {
        const job = jobs[message.job] as (...args: readonly unknown[]) => Job<unknown>;
        await work(message.id, job(...message.args));
      } catch (error) {
        port.post({ id: message.id, error: recordOf(error) });
      }
    }
  });
}

function jobsOf(quantizer: CoreQuantizer): { [Name in JobName]: Work<Name> } {
  const residents = new Map<number, ResidentTensor>();
  let lastResident = 0;
  const resident = (id: number): ResidentTensor => {
    const found = residents.get(id);
    if (found === undefined) throw new GroupwiseError('disposed', 'the resident tensor is gone');
    return found;
  };
  return {
    quantize: (weights, options) => quantizer.quantizeJob(weights, options),
    dequantize: (quantized) => quantizer.dequantizeJob(quantized),
    measure: (weights, kept, options) => quantizer.measureJob(weights, kept, options),
    encode: (weights, options) => quantizer.encodeJob(weights, options),
    decode: (bytes, options) => quantizer.decodeJob(bytes, options),
    unpack: (bytes, options) => quantizer.unpackJob(bytes, options),
    pack: (quantized) => quantizer.packJob(quantized),
    storage: (options) => atOnce(() => quantizer.storage(options)),
    fields: (options) => atOnce(() => quantizer.fields(options)),
    trace: (weights, options) => atOnce(() => quantizer.trace(weights, options)),
    load: (weights) =>
      atOnce(() => {
        const loaded = quantizer.load(weights);
        residents.set(++lastResident, loaded);
        return { resident: lastResident, length: loaded.length };
      }),
    residentQuantize: (id, options) => atOnce(() => resident(id).quantize(options)),
    residentMeasure: (id, options) => atOnce(() => resident(id).measure(options)),
    residentDispose: (id) =>
      atOnce(() => {
        residents.get(id)?.dispose();
        residents.delete(id);
        return undefined;
      }),
  };
}

// biome-ignore lint/correctness/useYield: a job in one step
function* atOnce<Result>(work: () => Result): Job<Result> {
  return work();
}

function recordOf(error: unknown): ErrorRecord {
  if (error instanceof GroupwiseError) {
    return { code: error.code, message: error.message, index: error.index };
  }
  return { code: undefined, message: String(error), index: undefined };
}

// A message to oneself: unlike a timer, it is not delayed when such breaks follow each other.
const channel = new MessageChannel();
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(undefined);
  });
}
