import { workerScript } from '../../lib/wasm/browser-platform.ts';
import { placeOfFiles, siblingUrl } from '../../lib/worker/place.ts';

/** The worker where the elements run from the package: from its file, or from text where that is not to be had. */
export async function spawnTensorWorker(): Promise<Worker> {
  switch (placeOfFiles('elements.js')) {
    case 'beside':
      return new Worker(new URL('./tensor-worker.js', import.meta.url), { type: 'module' });
    case 'other-origin':
      return new Worker(workerScript(siblingUrl('tensor-worker.js')), { type: 'module' });
    case 'nowhere': {
      const [{ embeddedWorkerUrl }, { default: code }] = await Promise.all([
        import('../../lib/worker/embedded.ts'),
        import('#core/embedded/tensor-worker.mjs'),
      ]);
      return new Worker(embeddedWorkerUrl(code), { type: 'module' });
    }
  }
}
