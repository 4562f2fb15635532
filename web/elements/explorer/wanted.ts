import type { TensorInfo } from 'groupwise/files';
import type { Reading } from '../options/options-text.ts';
import type { OpenedFile, Source } from '../tensors/protocol.ts';
import { readDistribution, readSeed, readSize } from '../tensors/spec.ts';
import type { ExplorerState } from './state.ts';

/** Of a file that is opened, a tensor up to this size is shown at once. */
const MOST_AT_ONCE = 2 ** 24;

function infoOf({ tensor }: ExplorerState, opened: OpenedFile | null): TensorInfo | undefined {
  return opened?.tensors.find((info) => info.name === tensor);
}

/** Where the weights of a state come from; null: from a file that is not open. */
export function sourceOf(state: ExplorerState, opened: OpenedFile | null): Source | null {
  if (state.source !== 'file') return { kind: 'generated', spec: state.spec };
  const info = infoOf(state, opened);
  return info?.supported && opened
    ? { kind: 'file', opening: opened.opening, tensor: info.name }
    : null;
}

/** The shape of a state's tensor; empty: not known. */
export function shapeOf(state: ExplorerState, opened: OpenedFile | null): readonly number[] {
  const { source, spec } = state;
  return source === 'file' ? (infoOf(state, opened)?.shape ?? []) : [spec.rows, spec.columns];
}

/** The tensor of a file to begin with: the one that is wanted, else the first matrix that is not too large. */
export function firstTensor(
  { tensors }: OpenedFile,
  wanted: string | null,
): TensorInfo | undefined {
  const supported = tensors.filter((info) => info.supported);
  return (
    supported.find((info) => info.name === wanted) ??
    supported.find((info) => info.shape.length > 1 && info.length <= MOST_AT_ONCE) ??
    (supported.length === 1 ? supported[0] : undefined)
  );
}

/** Whether two states are about the same weights. */
export function sameWeights(a: ExplorerState, b: ExplorerState): boolean {
  if (a.source !== b.source) return false;
  return a.source === 'file'
    ? a.tensor === b.tensor
    : JSON.stringify(a.spec) === JSON.stringify(b.spec);
}

type Edit = (state: ExplorerState, text: string) => Reading<Partial<ExplorerState>>;

/** What a text at a control of the source changes. */
export const SOURCE_EDITS = {
  source: ({ spec }, text) => {
    if (text === 'file') return { value: { source: text } };
    return over(readDistribution(text), (source) => ({
      source,
      spec: { ...spec, distribution: source },
    }));
  },
  size: ({ spec }, text) => over(readSize(text), (size) => ({ spec: { ...spec, ...size } })),
  seed: ({ spec }, text) => over(readSeed(text), (seed) => ({ spec: { ...spec, seed } })),
} as const satisfies Record<string, Edit>;

function over<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return 'value' in reading ? { value: change(reading.value) } : reading;
}
