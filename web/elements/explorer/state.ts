import {
  emptyOr,
  type Reading,
  readBits,
  readCount,
  readGroupSize,
  readRounding,
  readScaleFormat,
  scaleFormatText,
} from '../options/options-text.ts';
import { DEFAULTS, type FormatSettings } from '../options/settings.ts';
import type { Layer } from '../raster/peaks.ts';
import { readView, type View } from '../raster/view.ts';
import type { AttributeTexts } from '../state/text-attributes.ts';
import { DEFAULT_SPEC, type GeneratedSpec, readSeed, readSize, sizeText } from '../tensors/spec.ts';

/** The explorer's attributes, each with its property. */
export const EXPLORER_PROPERTIES = {
  source: 'source',
  size: 'size',
  seed: 'seed',
  tensor: 'tensor',
  'group-size': 'groupSize',
  bits: 'bits',
  rounding: 'rounding',
  'scale-format': 'scaleFormat',
  'row-length': 'rowLength',
  layer: 'layer',
  range: 'range',
  view: 'view',
} as const;

export type ExplorerAttribute = keyof typeof EXPLORER_PROPERTIES;
export type ExplorerTexts = AttributeTexts<ExplorerAttribute>;

/** Which weights have the full colour, and where the histogram ends: the largest 0.1 % set aside, or not. */
export type Range = 'typical' | 'all';

export const LAYERS: readonly Layer[] = ['weights', 'recovered', 'error'];

export interface ExplorerState {
  readonly source: GeneratedSpec['distribution'] | 'file';
  /** Kept while a file is shown. */
  readonly spec: GeneratedSpec;
  /** Of the file; null: none was chosen. */
  readonly tensor: string | null;
  readonly settings: FormatSettings;
  /** Which map is shown where there is room for one. */
  readonly layer: Layer;
  readonly range: Range;
  /** Null: all of it. */
  readonly view: View | null;
}

export const DEFAULT_STATE: ExplorerState = {
  source: DEFAULT_SPEC.distribution,
  spec: DEFAULT_SPEC,
  tensor: null,
  settings: { ...DEFAULTS, rowLength: null },
  layer: 'weights',
  range: 'typical',
  view: null,
};

export interface StateProblem {
  readonly attribute: string;
  readonly message: string;
}

/** Reads attribute texts. What is missing or wrong is taken from `otherwise`; what is wrong is also reported. */
export function decodeState(
  texts: Partial<ExplorerTexts>,
  otherwise: ExplorerState = DEFAULT_STATE,
): { readonly state: ExplorerState; readonly problems: readonly StateProblem[] } {
  const problems: StateProblem[] = [];
  function read<T>(name: ExplorerAttribute, fallback: T, reader: (text: string) => Reading<T>): T {
    const text = texts[name] ?? null;
    if (text === null) return fallback;
    const reading = reader(text);
    if ('value' in reading) return reading.value;
    problems.push({ attribute: name, message: reading.problem });
    return fallback;
  }
  const { spec, settings } = otherwise;
  const source = read('source', otherwise.source, oneOf(['outliers', 'gaussian', 'file']));
  const size = read('size', { rows: spec.rows, columns: spec.columns }, readSize);
  const state: ExplorerState = {
    source,
    spec: {
      ...size,
      distribution: source === 'file' ? spec.distribution : source,
      seed: read('seed', spec.seed, readSeed),
    },
    tensor: texts.tensor ?? otherwise.tensor,
    settings: {
      ...settings,
      groupSize: read('group-size', settings.groupSize, readGroupSize),
      bits: read('bits', settings.bits, readBits),
      rounding: read('rounding', settings.rounding, readRounding),
      scale: read('scale-format', settings.scale, readScaleFormat),
      rowLength: read<number | null>('row-length', settings.rowLength, emptyOr(readCount)),
    },
    layer: read('layer', otherwise.layer, oneOf(LAYERS)),
    range: read('range', otherwise.range, oneOf(['typical', 'all'])),
    view: read('view', otherwise.view, readViewText),
  };
  return { state, problems };
}

/** Attribute texts that decode to the same state. */
export function encodeState(state: ExplorerState): ExplorerTexts {
  const { spec, settings, view } = state;
  const { rowLength } = settings;
  const rounded = (value: number): number => Number(value.toFixed(3));
  return {
    source: state.source,
    size: sizeText(spec),
    seed: String(spec.seed),
    tensor: state.tensor,
    'group-size': String(settings.groupSize),
    bits: String(settings.bits),
    rounding: settings.rounding,
    'scale-format': scaleFormatText(settings.scale),
    'row-length': rowLength === null ? null : String(rowLength),
    layer: state.layer,
    range: state.range,
    view: view && `${rounded(view.column)} ${rounded(view.line)} ${rounded(view.across)}`,
  };
}

function oneOf<const T extends string>(allowed: readonly T[]): (text: string) => Reading<T> {
  return (text) => {
    const value = allowed.find((each) => each === text.trim());
    return value === undefined
      ? { problem: `“${text.slice(0, 24)}” is not one of ${allowed.join(', ')}` }
      : { value };
  };
}

function readViewText(text: string): Reading<View> {
  const value = readView(text);
  return value
    ? { value }
    : { problem: `“${text.slice(0, 24)}” is not a view: column, line and weights across` };
}
