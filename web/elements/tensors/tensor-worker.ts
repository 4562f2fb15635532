import { TensorEngine } from './engine.ts';
import type { ToEngine } from './protocol.ts';
import { serveEngine } from './serve.ts';

/** The worker of the elements: holds tensors, draws them, and has them quantized by the package's own worker. */
const serve = serveEngine(new TensorEngine(), (message, transfer) =>
  self.postMessage(message, { transfer }),
);
self.addEventListener('message', ({ data }: MessageEvent<ToEngine>) => void serve(data));
