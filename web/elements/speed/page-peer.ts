import { Pace } from '../raster/pace.ts';
import { fillWeights } from './fill.ts';
import { COPIED_SHARE, COPY_FOR_MS, FILL_LENGTH, type Peer } from './peer.ts';
import { quantizePlain } from './plain.ts';

/** On the page's own thread, for pages that refuse workers made from text: in slices, so that the page stays usable. */
export function startPagePeer(onPageBecause: string, signal: AbortSignal): Peer {
  let weights = new Float32Array(0);

  /** Runs the slices with pauses between them, and adds up the time of the slices. */
  async function sliced(sliceLength: number, run: (from: number, to: number) => void) {
    const pace = new Pace(signal);
    let ms = 0;
    for (let from = 0; from < weights.length; from += sliceLength) {
      const start = performance.now();
      run(from, Math.min(from + sliceLength, weights.length));
      ms += performance.now() - start;
      if (pace.due) await pace.rest();
    }
    return ms;
  }

  return {
    onPageBecause,
    async make(length) {
      weights = new Float32Array(length);
      await sliced(FILL_LENGTH, (from, to) =>
        fillWeights(weights.subarray(from, to), from / FILL_LENGTH),
      );
      return weights.slice();
    },
    async quantize(groupSize) {
      const groups = Math.ceil(weights.length / groupSize);
      const codes = new Int8Array(weights.length);
      const scales = new Float32Array(groups);
      const groupMaxError = new Float32Array(groups);
      const sliceLength = Math.max(1, Math.floor(FILL_LENGTH / groupSize)) * groupSize;
      const ms = await sliced(sliceLength, (from, to) => {
        const group = from / groupSize;
        quantizePlain(weights.subarray(from, to), groupSize, {
          codes: codes.subarray(from),
          scales: scales.subarray(group),
          groupMaxError: groupMaxError.subarray(group),
        });
      });
      return { ms, result: { codes, scales, groupMaxError } };
    },
    async copy() {
      const source = weights.subarray(0, Math.ceil(weights.length * COPIED_SHARE));
      const target = source.slice();
      const start = performance.now();
      let copies = 0;
      do {
        target.set(source);
        copies += 1;
      } while (performance.now() - start < COPY_FOR_MS);
      return (performance.now() - start) / copies;
    },
    dispose() {
      weights = new Float32Array(0);
    },
  };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
