import type { GroupSize, Quantizer, ScaleFormat, Storage } from 'groupwise';
import { quoted, schema } from 'groupwise/options';
import { row, StateSchema, type Texts } from '../state/schema.ts';
import { mapParsed, type Parsed, type TextForm } from '../text/parsed.ts';
import { type ParameterCount, parametersText, readParameters } from './count.ts';
import { memoryText } from './memory.ts';

/** How a scale is kept; decimal digits have no size in bytes of their own. */
export type StoredScale = Extract<ScaleFormat, string>;

export interface Calculation {
  readonly parameters: ParameterCount;
  readonly bits: number;
  readonly groupSize: GroupSize;
  readonly scale: StoredScale;
  /** Sizes of memory to fit into, in GB of 1e9 bytes. */
  readonly memory: readonly number[];
}

/** What the parameters take, in bytes. */
export interface Calculated {
  readonly storage: Storage;
  /** Two bytes a weight. */
  readonly float16Bytes: number;
  /** Bytes of one scale. */
  readonly scaleSize: number;
}

export type CalculatorAttribute = 'parameters' | 'bits' | 'group-size' | 'scale-format' | 'memory';
export type CalculatorTexts = Texts<CalculatorAttribute>;

/** A group size; a row only where the parameters have rows. */
export function readSize(text: string, { rowLength }: ParameterCount): Parsed<GroupSize> {
  if (text.trim() === 'row' && rowLength === null) {
    return { problem: '“row” needs rows: give the parameters as rows × columns' };
  }
  return schema.groupSize.read(text);
}

export const storedScaleText: TextForm<StoredScale> = {
  read(text) {
    const parsed = schema.scale.read(text);
    if ('value' in parsed && typeof parsed.value === 'string') return { value: parsed.value };
    return { problem: `${quoted(text.trim())} is not float32, float16 or bfloat16` };
  },
  write: schema.scale.write,
};

/** Without attributes, example 7. */
export const calculatorSchema = new StateSchema<CalculatorAttribute, Calculation>(
  {
    parameters: { length: 70e9, rowLength: null },
    bits: 8,
    groupSize: 256,
    scale: 'float32',
    memory: [8, 16, 24, 80],
  },
  {
    parameters: row(
      'parameters',
      { read: readParameters, write: parametersText },
      { betweenTags: true },
    ),
    bits: row('bits', schema.bits),
    'group-size': {
      read: (text, state) =>
        mapParsed(readSize(text, state.parameters), (groupSize) => ({ ...state, groupSize })),
      write: ({ groupSize }) => schema.groupSize.write(groupSize),
    },
    'scale-format': row('scale', storedScaleText),
    memory: row('memory', memoryText),
  },
);

/** @throws {GroupwiseError} where the format cannot hold so many */
export function calculate(
  quantizer: Quantizer,
  { parameters, bits, groupSize, scale }: Calculation,
): Calculated {
  const { length, rowLength } = parameters;
  const storage = quantizer.storage({
    length,
    groupSize,
    bits,
    scale,
    ...(rowLength !== null && { rowLength }),
  });
  return {
    storage,
    float16Bytes: storage.originalBytes / 2,
    scaleSize: storage.scaleBytes / storage.numGroups,
  };
}
