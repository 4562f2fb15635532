/** What the worker of `groupwise/worker` runs in a browser. */
import { createQuantizer } from '../index.ts';
import type { ToWorker } from './protocol.ts';
import { serve } from './serve.ts';

serve(
  {
    post: (message, transfer = []) => self.postMessage(message, { transfer }),
    listen: (listener) =>
      self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => listener(data)),
  },
  createQuantizer,
);
