import wasm from '#core/embedded/threads.mjs';
import createModule from '#core/threads.mjs';
import { createThreadsCoreWith } from './create-threads-core.ts';

/**
 * The threads variant for browsers. Its threads load this module's bundle too: Emscripten's glue
 * sees by the worker's name that it is in one.
 */
export const createThreadsCore = createThreadsCoreWith(createModule, wasm);
