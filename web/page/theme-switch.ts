import { html, type TemplateResult } from 'lit';
import { chooseTheme, chosenTheme, THEMES } from './theme-choice.ts';

const NAMES = { auto: 'Auto', light: 'Light', dark: 'Dark' } as const;

/** The system's colours, or one's own choice of them. */
export function themeSwitch(): TemplateResult {
  const chosen = chosenTheme();
  return html`<fieldset class="theme">
    <legend>Colours</legend>
    ${THEMES.map(
      (theme) => html`<label>
        <input
          type="radio"
          name="theme"
          ?checked=${theme === chosen}
          @change=${() => chooseTheme(theme)}
        />${NAMES[theme]}</label
      >`,
    )}
  </fieldset>`;
}
