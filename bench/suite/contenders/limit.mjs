const PAGE = 65536;

/** The limits of a variant: cpp/bench/limit.hpp in a wasm memory of its own. */
export async function limitContender(variant, weights, platform) {
  const bytes = await platform.read(`build/bench/limit-${variant}.wasm`);
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const { memory, narrow, widen, __heap_base: heapBase, _initialize } = instance.exports;
  _initialize();
  const { length } = weights;
  const large = Math.ceil(heapBase.value / PAGE) * PAGE;
  const small = large + 4 * length;
  const missing = Math.ceil((small + length - memory.buffer.byteLength) / PAGE);
  if (missing > 0) memory.grow(missing);
  const name = `limit, ${variant}`;
  return {
    name,
    tasks: () => {
      new Float32Array(memory.buffer, large, length).set(weights);
      return [
        { name, operation: 'narrow', run: () => narrow(large, length / 4, small) },
        { name, operation: 'widen', run: () => widen(small, length / 16, large) },
      ];
    },
    dispose: () => {},
  };
}
