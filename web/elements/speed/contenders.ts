import type { QuantizedTensor, Variant } from 'groupwise';
import type { Peer } from './peer.ts';
import type { PlainResult } from './plain.ts';
import type { ContenderName } from './results.ts';

type Result = Pick<QuantizedTensor, 'codes' | 'scales' | 'groupMaxError'>;

export interface Contender {
  readonly name: ContenderName;
  /** What must be known of it: how many threads, that it is not in a worker. */
  readonly note: string | null;
  /** ms of one run, and what came of it; null where nothing does. */
  run(): Promise<{ readonly ms: number; readonly result: Result | null }>;
  dispose(): void;
}

/** Starts a variant in a worker of its own and gives it the weights. @throws {GroupwiseError} where it cannot run. */
export async function startVariant(
  variant: Variant,
  weights: Float32Array,
  groupSize: number,
): Promise<Contender> {
  // When it is measured, not before.
  const { createQuantizerWorker } = await import('groupwise/worker');
  const quantizer = await createQuantizerWorker({ variant });
  try {
    const tensor = await quantizer.load(weights);
    const { threads, variantReason } = quantizer;
    const notes = [
      ...(variant === 'threads' ? [`${threads} threads`] : []),
      ...(variantReason.includes("caller's thread") ? [variantReason] : []),
    ];
    return {
      name: variant,
      note: notes.join('; ') || null,
      async run() {
        const start = performance.now();
        const result = await tensor.quantize({ groupSize });
        return { ms: performance.now() - start, result };
      },
      dispose: () => quantizer.dispose(),
    };
  } catch (error) {
    quantizer.dispose();
    throw error;
  }
}

/** Plain JavaScript and copying, both where the peer is. */
export function peerContenders(peer: Peer, groupSize: number): Contender[] {
  const note = peer.onPageBecause === null ? null : `on this page’s thread: ${peer.onPageBecause}`;
  const dispose = (): void => peer.dispose();
  return [
    { name: 'plain', note, run: () => peer.quantize(groupSize), dispose },
    { name: 'copy', note, run: async () => ({ ms: await peer.copy(), result: null }), dispose },
  ];
}

export function isSame(one: Result | PlainResult, other: Result | PlainResult): boolean {
  return (['codes', 'scales', 'groupMaxError'] as const).every((name) => {
    const [a, b] = [one[name], other[name]];
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return true;
  });
}
