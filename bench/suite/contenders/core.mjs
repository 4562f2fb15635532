// The library's core without its JavaScript interface: data stays in wasm memory, so that what is
// timed is the kernel, the walk over groups, and one call through Embind (about 2 us).

const request = (length, groupSize) => ({
  length,
  groupKind: 0,
  groupSize,
  hasRowLength: false,
  rowLength: 0,
  bits: 8,
  rounding: 0,
  scaleKind: 0,
  digits: 0,
  hasCustomScale: false,
  customScale: 0,
});

/** @param {'scalar' | 'simd' | 'threads'} variant */
export async function coreContender(variant, weights, platform) {
  const threads = variant === 'threads' ? platform.threads : 1;
  const core = await createCore(variant, threads, platform);
  const workspace = new core.Workspace();
  if (!workspace.resizeWeights(weights.length)) throw new Error('out of memory');
  workspace.weights().set(weights);
  return {
    name: variant,
    /** The codes, scales and errors of a group size, for checks. */
    result(groupSize, rounding = 0) {
      check(workspace.quantize({ ...request(weights.length, groupSize), rounding }, true));
      return {
        codes: workspace.codes().slice(),
        scales: workspace.scales().slice(),
        groupMaxError: workspace.groupMaxErrors().slice(),
      };
    },
    tasks(groupSize) {
      const asked = request(weights.length, groupSize);
      const task = (operation, run) => ({ name: variant, operation, threads, run });
      check(workspace.quantize(asked, true));
      check(workspace.dequantize(asked));
      return [
        task('errors', () => check(workspace.quantize(asked, true))),
        task('codes', () => check(workspace.quantize(asked, false))),
        task('dequantize', () => check(workspace.dequantize(asked))),
        task('measure', () => {
          const measurer = new core.Measurer(asked);
          check(workspace.measure(asked, measurer));
          measurer.delete();
        }),
      ];
    },
    dispose() {
      workspace.delete();
      core.stopThreads();
    },
  };
}

async function createCore(variant, threads, platform) {
  const glue = variant === 'threads' ? platform.threadsGlue : `build/wasm/${variant}.mjs`;
  const { default: createModule } = await platform.load(glue);
  const compiled = await WebAssembly.compile(await platform.read(`build/wasm/${variant}.wasm`));
  const core = await createModule({
    instantiateWasm(imports, receive) {
      WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled));
      return {};
    },
    mainScriptUrlOrBlob: platform.scriptOf(glue),
    pthreadPoolSize: threads - 1,
  });
  if (threads > 1) core.startThreads(threads);
  return core;
}

function check(outcome) {
  if (outcome.error !== 0) throw new Error(`the core reports error ${outcome.error}`);
}
