import { workerScript } from '../platform.ts';
import type { FromWorker } from './protocol.ts';
import type { Spawned } from './start.ts';

/**
 * Ways to make the worker in a browser. The literal `new Worker(new URL(…))` is what bundlers look
 * for. A script of another origin (a CDN) is refused as a worker, but may be imported by one.
 */
export const spawners: readonly (() => Spawned)[] = [
  () => spawned(new Worker(new URL('./quantizer-worker.js', import.meta.url), { type: 'module' })),
  () => {
    const url = new URL('./quantizer-worker.js', import.meta.url).href;
    return spawned(new Worker(workerScript(url), { type: 'module' }));
  },
];

function spawned(worker: Worker): Spawned {
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    onMessage: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => listener(data)),
    onError: (listener) =>
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        listener(event.message || 'the browser does not say why');
      }),
    terminate: () => worker.terminate(),
  };
}
