/**
 * The worker and its threads as one script without files beside it, for worker/embedded.ts. Emscripten's
 * glue sees by the worker's name that it is in a thread.
 */

import { createQuantizerOn } from '../engine/create.ts';
import { createThreadsCore } from '../wasm/threads.ts';
import type { ToWorker } from './protocol.ts';
import { serve } from './serve.ts';

if (self.name !== 'em-pthread') {
  serve(
    {
      post: (message, transfer = []) => self.postMessage(message, { transfer }),
      listen: (listener) =>
        self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => listener(data)),
    },
    createQuantizerOn({
      parallelism: navigator.hardwareConcurrency,
      createThreadsCore: (threads) => createThreadsCore(threads, self.location.href),
    }),
  );
}
