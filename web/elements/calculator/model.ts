import type { GroupSize, Storage } from 'groupwise';
import {
  type Reading,
  readBits,
  readGroupSize,
  readScaleFormat,
  scaleFormatText,
} from '../options/options-text.ts';
import type { Model, ModelProblem, Texts } from '../state/model.ts';
import { type ParameterCount, parametersText, readParameters } from './count.ts';
import { memoryText, readMemory } from './memory.ts';

export type CalculatorAttribute = 'parameters' | 'bits' | 'group-size' | 'scale-format' | 'memory';
export type CalculatorTexts = Texts<CalculatorAttribute>;

export interface Calculation {
  readonly parameters: ParameterCount;
  readonly bits: number;
  readonly groupSize: GroupSize;
  readonly scale: 'float32' | 'float16' | 'bfloat16';
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

/** Example 7. */
const EXAMPLE: Calculation = {
  parameters: { length: 70e9, rowLength: null },
  bits: 8,
  groupSize: 256,
  scale: 'float32',
  memory: [8, 16, 24, 80],
};

export const calculation: Model<CalculatorAttribute, Calculation, Calculated> = {
  propertyOf: {
    parameters: 'parameters',
    bits: 'bits',
    'group-size': 'groupSize',
    'scale-format': 'scaleFormat',
    memory: 'memory',
  },
  defaults: EXAMPLE,

  decode(texts, otherwise) {
    const problems: ModelProblem[] = [];
    function read<T>(
      attribute: CalculatorAttribute,
      fallback: T,
      reader: (text: string) => Reading<T>,
    ): T {
      const text = texts[attribute] ?? null;
      if (text === null) return fallback;
      const reading = reader(text);
      if ('value' in reading) return reading.value;
      problems.push({ attribute, message: `${reading.problem}. The default is used.` });
      return fallback;
    }
    const parameters = read('parameters', otherwise.parameters, readParameters);
    const state: Calculation = {
      parameters,
      bits: read('bits', otherwise.bits, readBits),
      groupSize: read('group-size', otherwise.groupSize, (text) => readSize(text, parameters)),
      scale: read('scale-format', otherwise.scale, readScale),
      memory: read('memory', otherwise.memory, readMemory),
    };
    return { state, problems };
  },

  encode({ parameters, bits, groupSize, scale, memory }) {
    return {
      parameters: parametersText(parameters),
      bits: String(bits),
      'group-size': String(groupSize),
      'scale-format': scaleFormatText(scale),
      memory: memoryText(memory),
    };
  },

  compute(quantizer, { parameters, bits, groupSize, scale }) {
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
  },
};

/** A group size; a row only where the parameters have rows. */
export function readSize(text: string, { rowLength }: ParameterCount): Reading<GroupSize> {
  if (text.trim() === 'row' && rowLength === null) {
    return { problem: '“row” needs rows: give the parameters as rows × columns' };
  }
  return readGroupSize(text);
}

export function readScale(text: string): Reading<'float32' | 'float16' | 'bfloat16'> {
  const reading = readScaleFormat(text);
  if ('value' in reading && typeof reading.value === 'string') return { value: reading.value };
  const plain = text.trim();
  return { problem: `“${plain.slice(0, 24)}” is not float32, float16 or bfloat16` };
}
