import { decodeSettings, encodeSettings, type SettingTexts } from '../options/codec.ts';
import { DEFAULTS, type Settings, WALK_LIMIT } from '../options/settings.ts';
import type { Model, ModelProblem, Texts } from '../state/model.ts';
import { formatCount } from '../text/format.ts';
import { exampleTexts } from '../walk/examples.ts';
import { walk } from '../walk/walk.ts';
import { type Compared, compare } from './verdict.ts';

export type Side = 'a' | 'b';
export const SIDES = ['a', 'b'] as const;

const SIDE_PROPERTY = {
  'group-size': 'GroupSize',
  bits: 'Bits',
  rounding: 'Rounding',
  'scale-format': 'ScaleFormat',
  'custom-scale': 'CustomScale',
} as const;

type SideAttribute = keyof typeof SIDE_PROPERTY;
const SIDE_ATTRIBUTES = Object.keys(SIDE_PROPERTY) as SideAttribute[];

export type CompareAttribute = 'weights' | 'row-length' | `${Side}-${SideAttribute}`;
export type CompareTexts = Texts<CompareAttribute>;

/** How one side quantizes. */
export type SideSettings = Omit<Settings, 'weights' | 'rowLength'>;

/** The same weights under two settings. */
export interface Comparison {
  readonly weights: Float32Array;
  /** Weights in one row; null: one row. */
  readonly rowLength: number | null;
  readonly a: SideSettings;
  readonly b: SideSettings;
}

/** Example 3 against example 4: one scale for everything, and groups of four. */
const EXAMPLE: Comparison = {
  weights: decodeSettings(exampleTexts('groups')).settings.weights,
  rowLength: null,
  a: sideOf({ ...DEFAULTS, groupSize: 'tensor' }),
  b: sideOf({ ...DEFAULTS, groupSize: 4 }),
};

export const comparison: Model<CompareAttribute, Comparison, Compared> = {
  propertyOf: {
    weights: 'weights',
    'row-length': 'rowLength',
    ...propertiesOf('a'),
    ...propertiesOf('b'),
  },
  defaults: EXAMPLE,

  decode(texts, otherwise) {
    const a = decodeSettings(sideTexts(texts, 'a'), settingsOf(otherwise, 'a'));
    const b = decodeSettings(sideTexts(texts, 'b'), settingsOf(otherwise, 'b'));
    const { weights, rowLength } = a.settings;
    const problems = [
      ...a.problems.map((problem) => named(problem, 'a')),
      ...b.problems.filter(({ attribute }) => !isShared(attribute)).map((each) => named(each, 'b')),
    ];
    if (a.cutFrom !== null) {
      const message = `${formatCount(a.cutFrom)} were given; the first ${WALK_LIMIT} are compared.`;
      problems.push({ attribute: 'weights', message });
    }
    return {
      state: { weights, rowLength, a: sideOf(a.settings), b: sideOf(b.settings) },
      problems,
    };
  },

  encode(state) {
    const [a, b] = SIDES.map((side) => encodeSettings(settingsOf(state, side)));
    const texts: Record<string, string | null> = {
      weights: a?.weights ?? '',
      'row-length': a?.['row-length'] ?? null,
    };
    for (const name of SIDE_ATTRIBUTES) texts[`a-${name}`] = a?.[name] ?? null;
    for (const name of SIDE_ATTRIBUTES) texts[`b-${name}`] = b?.[name] ?? null;
    return texts as CompareTexts;
  },

  compute(quantizer, state) {
    return compare(
      walk(quantizer, settingsOf(state, 'a')),
      walk(quantizer, settingsOf(state, 'b')),
    );
  },

  outdate(drafts, control, before, after) {
    if (before.weights === after.weights) return;
    if (control !== 'list') drafts.discard('list');
    if (control === 'weights') drafts.discard('weights');
    if (control === 'list' || before.weights.length !== after.weights.length) {
      drafts.discardWeights();
    }
  },
};

export function settingsOf(state: Comparison, side: Side): Settings {
  return { ...state[side], weights: state.weights, rowLength: state.rowLength };
}

function sideOf({ groupSize, bits, rounding, scale, customScale }: SideSettings): SideSettings {
  return { groupSize, bits, rounding, scale, customScale };
}

function isShared(attribute: string): boolean {
  return attribute === 'weights' || attribute === 'row-length';
}

function named({ attribute, message }: ModelProblem, side: Side): ModelProblem {
  return {
    attribute: isShared(attribute) ? attribute : `${side}-${attribute}`,
    message: `${message}. The default is used.`,
  };
}

function sideTexts(texts: Partial<CompareTexts>, side: Side): Partial<SettingTexts> {
  const own = SIDE_ATTRIBUTES.map((name) => [name, texts[`${side}-${name}`] ?? null]);
  return {
    ...Object.fromEntries(own),
    weights: texts.weights ?? null,
    'row-length': texts['row-length'] ?? null,
  };
}

function propertiesOf<S extends Side>(side: S): Record<`${S}-${SideAttribute}`, string> {
  const entries = SIDE_ATTRIBUTES.map((name) => [
    `${side}-${name}`,
    `${side}${SIDE_PROPERTY[name]}`,
  ]);
  return Object.fromEntries(entries) as Record<`${S}-${SideAttribute}`, string>;
}
