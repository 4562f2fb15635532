import { type Reading, schema } from 'groupwise/options';
import { parseWeights } from '../text/parse.ts';

export { emptyOr, type Reading, readCount } from 'groupwise/options';

export const readGroupSize = schema.groupSize.read;
export const readBits = schema.bits.read;
export const readRounding = schema.rounding.read;
export const readScaleFormat = schema.scale.read;
export const readCustomScale = schema.customScale.read;
export const scaleFormatText = schema.scale.write;

export function readWeights(text: string): Reading<Float32Array> {
  const { values, problems } = parseWeights(text);
  const [problem] = problems;
  return problem
    ? { problem: `weight ${problem.index + 1}: ${problem.reason}` }
    : { value: values };
}
