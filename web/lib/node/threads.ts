import wasm from '#core/embedded/threads.mjs';
import createModule from '#core/threads-node.mjs';
import { createThreadsCoreWith } from '../wasm/create-threads-core.ts';

/** As core/threads.ts, with Emscripten's glue for Node. The wasm is the same. */
export const createThreadsCore = createThreadsCoreWith(createModule, wasm);
