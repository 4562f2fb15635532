/** What the worker of `groupwise/worker` runs in a browser. */
import { createQuantizerOn } from '../create.ts';
import { platform } from '../platform.ts';
import type { ToWorker } from './protocol.ts';
import { serve } from './serve.ts';

serve(
  {
    post: (message, transfer = []) => self.postMessage(message, { transfer }),
    listen: (listener) =>
      self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => listener(data)),
  },
  createQuantizerOn(platform),
);
