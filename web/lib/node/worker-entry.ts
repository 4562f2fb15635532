/** What the worker of `groupwise/worker` runs in Node. */
import { parentPort } from 'node:worker_threads';
import { createQuantizerOn } from '../engine/create.ts';
import { serve } from '../worker/serve.ts';
import { platform } from './platform.ts';

serve(
  {
    post: (message, transfer = []) => parentPort?.postMessage(message, transfer),
    listen: (listener) => parentPort?.on('message', listener),
  },
  createQuantizerOn(platform),
);
