import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SettingTexts } from '../options/codec.ts';
import { EXAMPLES } from '../walk/examples.ts';
import type { Session } from './session.ts';

export interface ExampleBarView {
  readonly session: Session;
  readonly choose: (texts: Partial<SettingTexts>) => void;
  readonly reset: () => void;
}

/** The worked examples to choose from, and the way back to the one shown. */
export function exampleBar({ session, choose, reset }: ExampleBarView): TemplateResult {
  const current = EXAMPLES.find((example) => session.holds(example.texts))?.name ?? 'own';
  return html`<div class="example-bar">
    <div class="field example">
      <label for="example">Example</label>
      <select
        id="example"
        .value=${live(current)}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          const example = EXAMPLES.find((each) => each.name === value);
          if (example) choose(example.texts);
        }}
      >
        ${current === 'own' ? html`<option value="own" selected>Your own</option>` : nothing}
        ${EXAMPLES.map(
          ({ name, title }) =>
            html`<option value=${name} ?selected=${name === current}>${title}</option>`,
        )}
      </select>
    </div>
    <button part="button" class="reset" ?disabled=${session.isExample} @click=${reset}>Reset to example</button>
  </div>`;
}
