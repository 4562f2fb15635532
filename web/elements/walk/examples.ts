import type { WalkTexts } from './settings.ts';

/** A worked example the stepper can be set to. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly texts: Partial<WalkTexts>;
}

const SAVING_SPACE = '0.123456, -0.567890, 0.234567, -0.345678';
const ONE_SCALE = '0.1, -0.8, 0.05, -0.02';
const MIXED = '10.5, -8.2, 9.1, -7.8, 0.001, -0.002, 0.0015, -0.0008';
const PIPELINE = '2.0, -1.5, 0.8, -0.3, 0.01, -0.02, 0.005, -0.001';

export const EXAMPLES: readonly Example[] = [
  {
    name: 'hand-picked',
    title: 'Saving space: a scale picked by hand',
    texts: { weights: SAVING_SPACE, 'group-size': '4', 'custom-scale': '0.00495' },
  },
  {
    name: 'saving-space',
    title: 'Saving space: the scale from absmax',
    texts: { weights: SAVING_SPACE, 'group-size': '4' },
  },
  {
    name: 'one-scale',
    title: 'One scale is enough',
    texts: { weights: ONE_SCALE, 'group-size': '4' },
  },
  {
    name: 'one-scale-paper',
    title: 'One scale, on paper (2 digits)',
    texts: { weights: ONE_SCALE, 'group-size': '4', 'scale-format': 'digits:2' },
  },
  {
    name: 'mixed',
    title: 'Mixed magnitudes, one scale',
    texts: { weights: MIXED, 'group-size': '8' },
  },
  {
    name: 'groups',
    title: 'Mixed magnitudes, groups of 4',
    texts: { weights: MIXED, 'group-size': '4' },
  },
  {
    name: 'pipeline',
    title: 'The pipeline, exact float32',
    texts: { weights: PIPELINE, 'group-size': '4' },
  },
  {
    name: 'pipeline-paper',
    title: 'The pipeline, on paper (3 digits)',
    texts: { weights: PIPELINE, 'group-size': '4', 'scale-format': 'digits:3' },
  },
];

export function exampleTexts(name: string): Partial<WalkTexts> {
  const example = EXAMPLES.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example is called ${name}`);
  return example.texts;
}
