import type { CreateOptions, Quantizer } from 'groupwise';
import { createQuantizer } from 'groupwise';

interface NamedVariant {
  readonly name: string;
  readonly options: CreateOptions;
}

const singleThread: NamedVariant[] = [
  { name: 'scalar', options: { variant: 'scalar' } },
  { name: 'simd', options: { variant: 'simd' } },
];
const withThreads: NamedVariant[] = [1, 2, 8].map((threads) => ({
  name: `threads, ${threads}`,
  options: { variant: 'threads', threads },
}));

/** In a page threads would block it: there they run in a worker (threads.browser.spec.ts). */
export const variantsHere: NamedVariant[] =
  typeof document === 'undefined' ? [...singleThread, ...withThreads] : singleThread;

const made = new Map<string, Promise<Quantizer>>();

/** One quantizer a variant, kept: so tests also see that a call leaves nothing behind. */
export function quantizerOf({ name, options }: NamedVariant): Promise<Quantizer> {
  let quantizer = made.get(name);
  if (quantizer === undefined) {
    quantizer = createQuantizer(options);
    made.set(name, quantizer);
  }
  return quantizer;
}

/** Some quantizer, for what does not depend on the variant. */
export function anyQuantizer(): Promise<Quantizer> {
  return quantizerOf({ name: 'simd', options: { variant: 'simd' } });
}
