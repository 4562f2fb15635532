import { float32ListText, float32Text } from '../text/float32.ts';
import {
  emptyOr,
  type Reading,
  readBits,
  readCount,
  readCustomScale,
  readGroupSize,
  readRounding,
  readScaleFormat,
  readWeights,
  scaleFormatText,
} from './options-text.ts';
import { DEFAULTS, type Settings, WALK_LIMIT } from './settings.ts';

/** The attributes of the stepper that say what is quantized. The page's URL uses the same names. */
export const SETTING_ATTRIBUTES = [
  'weights',
  'group-size',
  'bits',
  'rounding',
  'scale-format',
  'custom-scale',
  'row-length',
] as const;

export type SettingAttribute = (typeof SETTING_ATTRIBUTES)[number];

/** Attribute texts; null: the attribute is not there. */
export type SettingTexts = Readonly<Record<SettingAttribute, string | null>>;

/** An attribute that could not be used; its default stands in. */
export interface AttributeProblem {
  readonly attribute: string;
  readonly message: string;
}

export interface Decoded {
  readonly settings: Settings;
  readonly problems: readonly AttributeProblem[];
  /** How many weights were given, where that is more than are walked. */
  readonly cutFrom: number | null;
}

/** Settings as attribute texts; decoding them gives the same settings, every float32 bit-equal. */
export function encodeSettings(settings: Settings): SettingTexts {
  const { customScale, rowLength } = settings;
  return {
    weights: float32ListText(settings.weights),
    'group-size': String(settings.groupSize),
    bits: String(settings.bits),
    rounding: settings.rounding,
    'scale-format': scaleFormatText(settings.scale),
    'custom-scale': customScale === null ? null : float32Text(customScale),
    'row-length': rowLength === null ? null : String(rowLength),
  };
}

/** Reads attribute texts. What is missing or wrong is taken from `otherwise`; what is wrong is also reported. */
export function decodeSettings(
  texts: Partial<SettingTexts>,
  otherwise: Settings = DEFAULTS,
): Decoded {
  const problems: AttributeProblem[] = [];

  function read<T>(
    attribute: SettingAttribute,
    fallback: T,
    reader: (text: string) => Reading<T>,
  ): T {
    const text = texts[attribute] ?? null;
    if (text === null) return fallback;
    const reading = reader(text);
    if ('value' in reading) return reading.value;
    problems.push({ attribute, message: reading.problem });
    return fallback;
  }

  const weights = read('weights', otherwise.weights, readWeights);
  const settings: Settings = {
    weights: weights.length > WALK_LIMIT ? weights.slice(0, WALK_LIMIT) : weights,
    groupSize: read('group-size', otherwise.groupSize, readGroupSize),
    bits: read('bits', otherwise.bits, readBits),
    rounding: read('rounding', otherwise.rounding, readRounding),
    scale: read('scale-format', otherwise.scale, readScaleFormat),
    customScale: read<number | null>(
      'custom-scale',
      otherwise.customScale,
      emptyOr(readCustomScale),
    ),
    rowLength: read<number | null>('row-length', otherwise.rowLength, emptyOr(readCount)),
  };
  return { settings, problems, cutFrom: weights.length > WALK_LIMIT ? weights.length : null };
}
