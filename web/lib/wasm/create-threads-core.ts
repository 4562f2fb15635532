import { bytesOf } from './bytes.ts';
import type { Core } from './core.ts';
import { instantiateWith } from './instantiate.ts';

/** A new instance of the threads variant, with its threads running, from glue and embedded wasm. */
export function createThreadsCoreWith(
  createModule: (options?: unknown) => Promise<Core>,
  wasm: string,
) {
  /** @param script what a thread's worker loads: the module that this is bundled into */
  return async (threads: number, script: string): Promise<Core> => {
    const core = await createModule({
      ...instantiateWith(await WebAssembly.compile(bytesOf(wasm))),
      mainScriptUrlOrBlob: script,
      pthreadPoolSize: threads - 1,
    });
    core.startThreads(threads);
    return core;
  };
}
