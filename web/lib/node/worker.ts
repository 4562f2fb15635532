/** `groupwise/worker` in Node. */
import { Worker } from 'node:worker_threads';
import type { CreateOptions } from '../api/types.ts';
import { createQuantizerWorkerOn } from '../worker/create.ts';
import type { Spawned } from '../worker/start.ts';
import type { QuantizerWorker } from '../worker/types.ts';
import { createQuantizer } from './index.ts';

export type { CallOptions, QuantizerWorker, WorkerTensor } from '../worker/types.ts';

function spawn(): Spawned {
  const worker = new Worker(new URL('./quantizer-worker.js', import.meta.url));
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    onMessage: (listener) => worker.on('message', listener),
    onError: (listener) => {
      worker.on('error', (error) => listener(String(error)));
      worker.on('exit', (code) => listener(`exit code ${code}`));
    },
    terminate: () => void worker.terminate(),
  };
}

export const createQuantizerWorker: (options?: CreateOptions) => Promise<QuantizerWorker> =
  createQuantizerWorkerOn({ spawners: [spawn], createQuantizer });
