import { controls } from '../controls.ts';
import { base, tokens } from '../theme.ts';
import { cardStyles } from './styles-cards.ts';
import { layoutStyles } from './styles-layout.ts';
import { pictureStyles } from './styles-pictures.ts';
import { settingsStyles } from './styles-settings.ts';
import { timelineStyles } from './styles-timeline.ts';

export const stepperStyles = [
  tokens,
  base,
  controls,
  layoutStyles,
  timelineStyles,
  settingsStyles,
  pictureStyles,
  cardStyles,
];
