import { workerScript } from '../platform.ts';
import type { FromWorker } from './protocol.ts';
import type { Spawned } from './start.ts';

/**
 * Ways to make the worker in a browser, the best first. The literal `new Worker(new URL(…))` is what
 * bundlers look for; those that do not know it (esbuild, Rollup) leave the file behind. Then, and
 * where the file is refused, the worker is made from text, which is loaded only if it is needed.
 */
export function spawners(): readonly (() => Spawned | Promise<Spawned>)[] {
  if (bundlerKnowsUrls()) return [beside, embedded];
  const own = new URL(import.meta.url ?? 'about:blank');
  if (!own.pathname.endsWith('/worker.js')) return [embedded];
  return [own.origin === globalThis.origin ? beside : imported, embedded];
}

function beside(): Spawned {
  return spawned(new Worker(new URL('./quantizer-worker.js', import.meta.url), { type: 'module' }));
}

/** A script of another origin (a CDN) is refused as a worker's, but a worker may import it. */
function imported(): Spawned {
  const url = new URL(import.meta.url);
  url.pathname = url.pathname.replace(/worker\.js$/, 'quantizer-worker.js');
  return spawned(new Worker(workerScript(url.href), { type: 'module' }));
}

async function embedded(): Promise<Spawned> {
  const { embeddedWorkerUrl } = await import('./embedded.ts');
  return spawned(new Worker(embeddedWorkerUrl(), { type: 'module' }));
}

/** A bundler that carries files along gives them another name. This one the threads need anyway. */
function bundlerKnowsUrls(): boolean {
  try {
    return !new URL('./threads.js', import.meta.url).pathname.endsWith('/threads.js');
  } catch {
    return false; // no import.meta.url: bundled into a classic script
  }
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
