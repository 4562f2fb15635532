import scalarWasm from '#core/embedded/scalar.mjs';
import simdWasm from '#core/embedded/simd.mjs';
import createModule from '#core/simd.mjs';
import { bytesOf } from './bytes.ts';
import type { Core } from './core.ts';
import { instantiateWith } from './instantiate.ts';

const embedded = { scalar: scalarWasm, simd: simdWasm };
const compiled: Partial<Record<keyof typeof embedded, Promise<WebAssembly.Module>>> = {};

/**
 * A new instance of a variant without threads. The glue of `simd` serves `scalar` too: the build
 * checks that the two are the same. Each wasm is compiled once.
 */
export async function createSingleThreadCore(variant: 'scalar' | 'simd'): Promise<Core> {
  compiled[variant] ??= WebAssembly.compile(bytesOf(embedded[variant]));
  return createModule(instantiateWith(await compiled[variant]));
}
