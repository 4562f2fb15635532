import simdWasm from '#core/embedded/simd.mjs';
import createModule from '#core/simd.mjs';
import { bytesOf } from './bytes.ts';
import type { Core } from './core.ts';
import { instantiateWith } from './instantiate.ts';

// Hardly any engine is without SIMD: the scalar build comes in a file of its own, when it is asked for.
const embedded = {
  scalar: async () => (await import('./scalar-wasm.ts')).default,
  simd: async () => simdWasm,
};
const compiled: Partial<Record<keyof typeof embedded, Promise<WebAssembly.Module>>> = {};

/**
 * A new instance of a variant without threads. The glue of `simd` serves `scalar` too: the build
 * checks that the two are the same. Each wasm is compiled once.
 */
export async function createSingleThreadCore(variant: 'scalar' | 'simd'): Promise<Core> {
  compiled[variant] ??= embedded[variant]().then((text) => WebAssembly.compile(bytesOf(text)));
  return createModule(instantiateWith(await compiled[variant]));
}
