import { workerScript } from '../platform.ts';
import type { FromWorker } from './protocol.ts';
import type { Spawned } from './start.ts';

/**
 * Ways to make the worker in a browser, the best first. The literal `new Worker(new URL(…))` is what
 * bundlers look for. A script of another origin (a CDN) is refused as a worker, but may be imported
 * by one. Bundlers that do not know the pattern (esbuild, Rollup) leave the file behind: then the
 * worker is made from text, which is loaded only if it is needed.
 */
export function spawners(): readonly (() => Spawned | Promise<Spawned>)[] {
  const file = workerFile();
  if (file === undefined) return [embedded];
  return file.origin === globalThis.origin
    ? [
        () =>
          spawned(
            new Worker(new URL('./quantizer-worker.js', import.meta.url), { type: 'module' }),
          ),
        embedded,
      ]
    : [() => spawned(new Worker(workerScript(file.href), { type: 'module' })), embedded];
}

async function embedded(): Promise<Spawned> {
  const { embeddedWorkerUrl } = await import('./embedded.ts');
  return spawned(new Worker(embeddedWorkerUrl(), { type: 'module' }));
}

/** Where the worker's file is, if it is: beside the package's own `worker.js`, or where a bundler put it. */
function workerFile(): URL | undefined {
  try {
    const file = new URL('./quantizer-worker.js', import.meta.url);
    const moved = !file.pathname.endsWith('/quantizer-worker.js');
    return moved || new URL(import.meta.url).pathname.endsWith('/worker.js') ? file : undefined;
  } catch {
    return undefined; // no import.meta.url: bundled into a classic script
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
