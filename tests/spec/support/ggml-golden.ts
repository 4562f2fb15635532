/// <reference types="vite/client" />

const texts = import.meta.glob<string>('../../golden/ggml/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What ggml's reference makes of some weights. */
export interface GgmlCase {
  readonly name: string;
  readonly weights: Float32Array;
  readonly bytes: Uint8Array;
  /** Undefined: the reference's own validator refuses the bytes. */
  readonly recovered: Float32Array | undefined;
}

type Lines = Map<string, Map<string, string>>;

function linesOf(file: string): Lines {
  const cases: Lines = new Map();
  let current = new Map<string, string>();
  for (const line of (texts[`../../golden/ggml/${file}.txt`] ?? '').split('\n')) {
    const [, keyword, rest] = /^(\S+) (.*)$/.exec(line) ?? [];
    if (keyword === undefined || rest === undefined) continue;
    if (keyword === 'case') {
      current = new Map();
      cases.set(rest, current);
    } else {
      current.set(keyword, rest);
    }
  }
  return cases;
}

function floats(hex: string): Float32Array {
  const bits = hex.split(' ').map((word) => Number.parseInt(word, 16));
  return new Float32Array(Uint32Array.from(bits).buffer);
}

function bytes(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

const weights = linesOf('weights');

/** The formats that there are vectors of, each with its cases. */
export const ggmlFormats: [name: string, cases: GgmlCase[]][] = Object.keys(texts)
  .map((path) => path.replace(/^.*\/|\.txt$/g, ''))
  .filter((name) => name !== 'weights')
  .map((name) => [
    name,
    [...linesOf(name)].map(([kind, lines]) => {
      const recovered = lines.get('recovered');
      return {
        name: kind,
        weights: floats(weights.get(kind)?.get('weights') ?? ''),
        bytes: bytes(lines.get('bytes') ?? ''),
        recovered: recovered === undefined ? undefined : floats(recovered),
      };
    }),
  ]);
