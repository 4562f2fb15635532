import type { createQuantizerOn } from '../engine/create.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { serve } from './serve.ts';
import type { Spawned } from './start.ts';

/** The worker's work on the caller's own thread, for where no worker can be had: the same line, no thread. */
export function spawnLocally(createQuantizer: ReturnType<typeof createQuantizerOn>): Spawned {
  let toWorker: (message: ToWorker) => void = () => {};
  let toClient: (message: FromWorker) => void = () => {};
  const later = (deliver: () => void) => setTimeout(deliver, 0);
  serve(
    {
      post: (message) => later(() => toClient(message)),
      listen: (listener) => {
        toWorker = listener;
      },
    },
    createQuantizer,
  );
  return {
    post: (message) => later(() => toWorker(message)),
    onMessage: (listener) => {
      toClient = listener;
    },
    onError: () => {},
    terminate: () => {
      toClient = () => {};
    },
  };
}
