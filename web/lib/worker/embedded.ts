import scalar from '#core/embedded/scalar.mjs';
import simd from '#core/embedded/simd.mjs';
import threads from '#core/embedded/threads.mjs';
import worker from '#core/embedded/worker.mjs';

const urls = new Map<string, string>();

/**
 * A worker's script made from text inside this module, for where the worker's file was not carried
 * along. The quantizer's threads load it too, so the URL stays valid.
 *
 * @param code bundled so that it takes what it has embedded from the global `groupwiseEmbedded`
 */
export function embeddedWorkerUrl(code = worker): string {
  let url = urls.get(code);
  if (url === undefined) {
    const embedded = JSON.stringify({ scalar, simd, threads, worker });
    const parts = [`self.groupwiseEmbedded=${embedded};`, code];
    url = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
    urls.set(code, url);
  }
  return url;
}
