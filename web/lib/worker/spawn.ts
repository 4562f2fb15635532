import { workerScript } from '../wasm/browser-platform.ts';
import { placeOfFiles, siblingUrl } from './place.ts';
import type { FromWorker } from './protocol.ts';
import type { Spawned } from './start.ts';

/**
 * Ways to make the worker in a browser, the best first. Where its file was left behind or is refused,
 * the worker is made from text, which is loaded only if it is needed.
 */
export function spawners(): readonly (() => Spawned | Promise<Spawned>)[] {
  const place = placeOfFiles('worker.js');
  return [...(place === 'nowhere' ? [] : [fromFile[place]]), embedded];
}

const fromFile = {
  // The literal `new Worker(new URL(…))` is what bundlers look for.
  beside: () =>
    spawned(new Worker(new URL('./quantizer-worker.js', import.meta.url), { type: 'module' })),
  // A script of another origin (a CDN) is refused as a worker's, but a worker may import it.
  'other-origin': () =>
    spawned(new Worker(workerScript(siblingUrl('quantizer-worker.js')), { type: 'module' })),
};

async function embedded(): Promise<Spawned> {
  const { embeddedWorkerUrl } = await import('./embedded.ts');
  return spawned(new Worker(embeddedWorkerUrl(), { type: 'module' }));
}

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
