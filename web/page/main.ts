import { tokens } from '../elements/ui/theme.ts';
import { applyTheme } from './theme-choice.ts';

if (tokens.styleSheet)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, tokens.styleSheet];

const parameters = new URLSearchParams(location.search);
const embedded = parameters.get('embed');

if (embedded === null) {
  applyTheme();
  const [{ showStory }] = await Promise.all([
    import('./story.ts'),
    import('./elements.ts').then(({ loadElement }) => loadElement('groupwise-stepper')),
  ]);
  await showStory();
} else {
  const { showEmbed } = await import('./embed/embed.ts');
  await showEmbed(embedded, parameters);
}
