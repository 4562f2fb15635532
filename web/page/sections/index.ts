import { rounding } from './01-rounding.ts';
import { scale } from './02-scale.ts';
import { mixedMagnitudes } from './03-mixed-magnitudes.ts';
import { groupsOfFour } from './04-groups-of-four.ts';
import { sideBySide } from './05-side-by-side.ts';
import { thePipeline } from './06-the-pipeline.ts';
import { whyItWorks } from './07-why-it-works.ts';
import { layer } from './08-layer.ts';
import { tensor } from './09-tensor.ts';
import { largeModel } from './10-large-model.ts';
import { speed } from './11-speed.ts';
import type { Section } from './section.ts';

/** The story, in order: a section's file, its id in the URL and its name here are one. */
export const SECTIONS: readonly Section[] = [
  rounding,
  scale,
  mixedMagnitudes,
  groupsOfFour,
  sideBySide,
  thePipeline,
  whyItWorks,
  layer,
  tensor,
  largeModel,
  speed,
];
