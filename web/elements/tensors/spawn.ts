/** The worker as the page's own build knows it; the package has spawn-packaged.ts instead. */
export async function spawnTensorWorker(): Promise<Worker> {
  return new Worker(new URL('./tensor-worker.ts', import.meta.url), { type: 'module' });
}
