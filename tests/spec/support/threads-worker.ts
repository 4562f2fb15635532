// A page's worker in which the threads variant runs: what the specs do in Node, done here.
import { createQuantizer } from 'groupwise';
import { goldenDifferences } from './golden-differences.ts';
import { goldenFiles } from './golden-files.ts';
import { hashOf, tenMillionCases, tenMillionWeights } from './ten-million.ts';

export interface ThreadsReport {
  readonly variant: string;
  readonly threads: number;
  readonly isolated: boolean;
  readonly differences: string[];
  readonly cases: number;
  readonly hashes: number[];
}

async function report(threads: number): Promise<ThreadsReport> {
  const quantizer = await createQuantizer({ variant: 'threads', threads });
  const cases = goldenFiles.flatMap(([, inFile]) => inFile);
  const weights = tenMillionWeights();
  const result = {
    variant: quantizer.variant,
    threads: quantizer.threads,
    isolated: globalThis.crossOriginIsolated,
    differences: goldenDifferences(quantizer, cases),
    cases: cases.length,
    hashes: tenMillionCases.map(({ options }) => hashOf(quantizer, weights, options)),
  };
  quantizer.dispose();
  return result;
}

globalThis.onmessage = async ({ data }: MessageEvent<number>) => {
  try {
    postMessage({ report: await report(data) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
