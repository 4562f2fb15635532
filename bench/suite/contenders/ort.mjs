// onnxruntime-web's blocked QuantizeLinear, WebAssembly on one thread. It is given the scales, and
// it rounds half to even.
import { quantizeModel, residentModel } from '../onnx-model.mjs';

const name = 'onnxruntime-web';

export async function ortContender(weights, columns, platform) {
  const ort = await platform.load(platform.ort);
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  if (platform.ortFiles) ort.env.wasm.wasmPaths = platform.ortFiles;
  const rows = weights.length / columns;
  let sessions = [];
  const open = async (model) => {
    const session = await ort.InferenceSession.create(model, {
      executionProviders: ['wasm'],
      // Else the operator would be computed once and for all when the model is loaded.
      graphOptimizationLevel: 'disabled',
    });
    sessions.push(session);
    return session;
  };
  const release = async () => {
    for (const session of sessions) await session.release();
    sessions = [];
  };

  return {
    name,
    async tasks(groupSize, { scales, halfEvenCodes }) {
      await release();
      if (columns % groupSize !== 0) return [];
      const whole = await open(quantizeModel(rows, columns, groupSize));
      const resident = await open(residentModel(rows, columns, groupSize, weights, scales));
      const feeds = {
        x: new ort.Tensor('float32', weights, [rows, columns]),
        scale: new ort.Tensor('float32', scales, [rows, columns / groupSize]),
      };
      const codes = (await whole.run(feeds)).y.data;
      if (codes.some((code, i) => code !== halfEvenCodes[i])) {
        throw new Error(`groups of ${groupSize}: ${name} returns other codes`);
      }
      const task = (operation, run) => ({ name, operation, isAsync: true, run });
      return [
        task('codes', () => resident.run({})),
        task('end-to-end', async () => (await whole.run(feeds)).y.data),
      ];
    },
    dispose: release,
  };
}
