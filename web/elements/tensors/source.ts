import type { TensorInfo } from 'groupwise/files';
import { DEFAULT_FORMAT, type FormatSettings, formatRows } from '../options/settings.ts';
import { type Row, row, within } from '../state/schema.ts';
import { mapParsed, oneOf } from '../text/parsed.ts';
import type { OpenedFile, Source } from './protocol.ts';
import {
  DEFAULT_SPEC,
  type Distribution,
  type GeneratedSpec,
  readSeed,
  readSize,
  sizeText,
} from './spec.ts';

/** Which tensor, and how it is quantized: what every element that works with whole tensors holds. */
export interface TensorState {
  readonly source: Distribution | 'file';
  /** Kept while a file is shown. */
  readonly spec: GeneratedSpec;
  readonly settings: FormatSettings;
}

export const DEFAULT_TENSOR: TensorState = {
  source: DEFAULT_SPEC.distribution,
  spec: DEFAULT_SPEC,
  settings: DEFAULT_FORMAT,
};

export const sourceText = oneOf(['outliers', 'gaussian', 'file']);

const specRows = {
  size: {
    read: (text: string, spec: GeneratedSpec) =>
      mapParsed(readSize(text), (size) => ({ ...spec, ...size })),
    write: sizeText,
  },
  seed: row<GeneratedSpec, 'seed'>('seed', { read: readSeed, write: String }),
};

const { 'custom-scale': _byHand, ...quantizedRows } = formatRows;

export type TensorAttribute = 'source' | keyof typeof specRows | keyof typeof quantizedRows;

const rows: Readonly<Record<TensorAttribute, Row<TensorState>>> = {
  source: {
    read: (text, state) =>
      mapParsed(sourceText.read(text), (source) => ({
        ...state,
        source,
        ...(source !== 'file' && { spec: { ...state.spec, distribution: source } }),
      })),
    write: ({ source }) => source,
  },
  ...within<TensorState, 'spec', keyof typeof specRows>('spec', specRows),
  ...within<TensorState, 'settings', keyof typeof quantizedRows>('settings', quantizedRows),
};

/** The attributes of a state that holds a tensor: each reads and writes only what it is about. */
export function tensorRows<State extends TensorState>(): Record<TensorAttribute, Row<State>> {
  return rows as Record<TensorAttribute, Row<never>> as Record<TensorAttribute, Row<State>>;
}

type Named = Pick<TensorState, 'source' | 'spec'> & { readonly tensor?: string | null };

function infoOf({ tensor }: Named, opened: OpenedFile | null): TensorInfo | undefined {
  return opened?.tensors.find((info) => info.name === tensor);
}

/** Where the weights of a state come from; null: from a file that is not open. */
export function sourceOf(state: Named, opened: OpenedFile | null): Source | null {
  if (state.source !== 'file') return { kind: 'generated', spec: state.spec };
  const info = infoOf(state, opened);
  return info?.supported && opened
    ? { kind: 'file', opening: opened.opening, tensor: info.name }
    : null;
}

/** The shape of a state's tensor; null: not known. */
export function shapeOf(state: Named, opened: OpenedFile | null): readonly number[] | null {
  const { source, spec } = state;
  return source === 'file' ? (infoOf(state, opened)?.shape ?? null) : [spec.rows, spec.columns];
}
