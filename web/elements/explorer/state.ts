import type { TensorInfo } from 'groupwise/files';
import type { Layer } from '../raster/peaks.ts';
import { type View, viewText } from '../raster/view.ts';
import { row, StateSchema, type Texts } from '../state/schema.ts';
import type { OpenedFile } from '../tensors/protocol.ts';
import {
  DEFAULT_TENSOR,
  type TensorAttribute,
  type TensorState,
  tensorRows,
} from '../tensors/source.ts';
import { oneOf, optional } from '../text/parsed.ts';

/** Which weights have the full colour, and where the histogram ends: the largest 0.1 % set aside, or not. */
export type Range = 'typical' | 'all';

export const LAYERS: readonly Layer[] = ['weights', 'recovered', 'error'];

export interface ExplorerState extends TensorState {
  /** Of the file; null: none was chosen. */
  readonly tensor: string | null;
  /** Which map is shown where there is room for one. */
  readonly layer: Layer;
  readonly range: Range;
  /** Null: all of it. */
  readonly view: View | null;
}

export type ExplorerAttribute = TensorAttribute | 'tensor' | 'layer' | 'range' | 'view';
export type ExplorerTexts = Texts<ExplorerAttribute>;

export const explorerSchema = new StateSchema<ExplorerAttribute, ExplorerState>(
  { ...DEFAULT_TENSOR, tensor: null, layer: 'weights', range: 'typical', view: null },
  {
    ...tensorRows<ExplorerState>(),
    tensor: row('tensor', { read: (value) => ({ value }), write: (value) => value }),
    layer: row('layer', oneOf(LAYERS)),
    range: row('range', oneOf<Range>(['typical', 'all'])),
    view: row('view', optional(viewText)),
  },
);

/** Of a file that is opened, a tensor up to this size is shown at once. */
const MOST_AT_ONCE = 2 ** 24;

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

/** Another tensor, seen whole and with rows as it has them. */
export function anotherTensor(
  state: ExplorerState,
  change: Partial<Pick<ExplorerState, 'source' | 'spec' | 'tensor'>>,
): ExplorerState {
  return { ...state, ...change, settings: { ...state.settings, rowLength: null }, view: null };
}
