import { fillWeights } from './fill.ts';
import { COPIED_SHARE, COPY_FOR_MS, FILL_LENGTH, type Peer } from './peer.ts';
import { type PlainResult, quantizePlain } from './plain.ts';

type Asked =
  | { readonly make: number; readonly part: number }
  | { readonly quantize: number }
  | { readonly copy: number; readonly forMs: number };
type Answers = Float32Array | PlainResult | number;

/** What the worker does. It is made from this function's text, so nothing outside is used. */
function servePeer(fill: typeof fillWeights, quantize: typeof quantizePlain): void {
  let weights = new Float32Array(0);
  let target = weights;
  self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
    if ('make' in data) {
      weights = new Float32Array(data.make);
      target = new Float32Array(0);
      for (let seed = 0; seed * data.part < data.make; seed++) {
        fill(weights.subarray(seed * data.part, (seed + 1) * data.part), seed);
      }
      const copy = weights.slice();
      self.postMessage(copy, { transfer: [copy.buffer] });
    } else if ('quantize' in data) {
      const groups = Math.ceil(weights.length / data.quantize);
      const codes = new Int8Array(weights.length);
      const scales = new Float32Array(groups);
      const groupMaxError = new Float32Array(groups);
      quantize(weights, data.quantize, { codes, scales, groupMaxError });
      const transfer = [codes.buffer, scales.buffer, groupMaxError.buffer];
      self.postMessage({ codes, scales, groupMaxError }, { transfer });
    } else {
      const source = weights.subarray(0, data.copy);
      if (target.length !== data.copy) target = source.slice();
      const start = performance.now();
      let copies = 0;
      do {
        target.set(source);
        copies += 1;
      } while (performance.now() - start < data.forMs);
      self.postMessage((performance.now() - start) / copies);
    }
  });
}

/** A worker of its own, made from text. Rejects where the page's policy refuses that. */
export async function startWorkerPeer(): Promise<Peer> {
  const text = `(${servePeer})(${fillWeights}, ${quantizePlain});`;
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(url);
  let end: (error: Error) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  ended.catch(() => {});
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(new Error(event.message || 'the browser does not say why'));
  });

  function ask<T extends Answers>(asked: Asked): Promise<T> {
    const answer = new Promise<T>((resolve) => {
      const receive = ({ data }: MessageEvent<T>): void => resolve(data);
      worker.addEventListener('message', receive, { once: true });
    });
    worker.postMessage(asked);
    return Promise.race([answer, ended]);
  }

  let made = 0;
  const peer: Peer = {
    onPageBecause: null,
    make(length) {
      made = length;
      return ask<Float32Array>({ make: length, part: FILL_LENGTH });
    },
    async quantize(groupSize) {
      const start = performance.now();
      const result = await ask<PlainResult>({ quantize: groupSize });
      return { ms: performance.now() - start, result };
    },
    copy: () => ask<number>({ copy: Math.ceil(made * COPIED_SHARE), forMs: COPY_FOR_MS }),
    dispose() {
      worker.terminate();
      end(new DOMException('the worker was ended', 'AbortError'));
    },
  };
  try {
    await peer.make(1);
  } catch (error) {
    peer.dispose();
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
  return peer;
}
