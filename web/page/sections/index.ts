import { oneScaleAgainstGroups } from './compare.ts';
import { aScalePerGroup } from './groups.ts';
import { aLargeModel } from './large-model.ts';
import { aRealLayer } from './layer.ts';
import { mixedMagnitudes } from './mixed.ts';
import { oneScaleIsEnough } from './one-scale.ts';
import { thePipeline } from './pipeline.ts';
import { savingSpace } from './saving-space.ts';
import type { Section } from './section.ts';
import { howFast } from './speed.ts';
import { aRealTensor } from './tensor.ts';
import { whyItWorks } from './why-it-works.ts';

/** The story, in order. */
export const SECTIONS: readonly Section[] = [
  savingSpace,
  oneScaleIsEnough,
  mixedMagnitudes,
  aScalePerGroup,
  oneScaleAgainstGroups,
  thePipeline,
  whyItWorks,
  aRealLayer,
  aRealTensor,
  aLargeModel,
  howFast,
];
