import scalar from '#core/embedded/scalar.mjs';
import simd from '#core/embedded/simd.mjs';
import threads from '#core/embedded/threads.mjs';
import code from '#core/embedded/worker.mjs';

let url: string | undefined;

/**
 * A worker's script made from text inside this module, for where the worker's file was not carried
 * along. Its threads load it too, so the URL stays valid.
 */
export function embeddedWorkerUrl(): string {
  const wasm = `self.groupwiseWasm=${JSON.stringify({ scalar, simd, threads })};`;
  url ??= URL.createObjectURL(new Blob([wasm, code], { type: 'text/javascript' }));
  return url;
}
