// The suite in a worker: threads may not block a page.
import { runSuite } from '../suite/suite.mjs';

const root = new URL('../../', import.meta.url);
const urlOf = (path) => new URL(path, root).href;

const platform = {
  threads: Math.min(2, navigator.hardwareConcurrency),
  threadsGlue: 'build/wasm/threads.mjs',
  packageEntry: 'dist/index.js',
  ort: 'node_modules/onnxruntime-web/dist/ort.wasm.min.mjs',
  ortFiles: urlOf('node_modules/onnxruntime-web/dist/'),
  read: async (path) => new Uint8Array(await (await fetch(urlOf(path))).arrayBuffer()),
  load: (path) => import(urlOf(path)),
  scriptOf: urlOf,
  clock: { now: () => performance.now(), waited: () => 0 },
};

self.onmessage = async ({ data: options }) => {
  try {
    const rows = await runSuite(options, platform, (progress) => self.postMessage({ progress }));
    self.postMessage({ rows, threads: platform.threads });
  } catch (error) {
    self.postMessage({ error: String(error?.stack ?? error) });
  }
};
