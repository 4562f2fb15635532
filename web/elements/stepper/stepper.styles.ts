import { settingsStyles } from '../options/settings.styles.ts';
import { controls } from '../ui/controls.styles.ts';
import { layoutStyles } from '../ui/layout.styles.ts';
import { base, tokens } from '../ui/theme.ts';
import { cardStyles } from './styles-cards.ts';
import { pictureStyles } from './styles-pictures.ts';
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
