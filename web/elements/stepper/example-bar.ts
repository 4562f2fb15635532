import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { EXAMPLES } from '../walk/examples.ts';
import { walkSchema } from '../walk/settings.ts';
import { type StepperState, stepperSchema } from './state.ts';

export interface ExampleBarView {
  readonly state: StepperState;
  readonly choose: (example: StepperState) => void;
  /** Null: the example is what is shown. */
  readonly reset: (() => void) | null;
}

/** The worked examples to choose from, and the way back to the one shown. */
export function exampleBar({ state, choose, reset }: ExampleBarView): TemplateResult {
  const current =
    EXAMPLES.find(
      ({ texts }) => walkSchema.changed(walkSchema.decode(texts).state, state).length === 0,
    )?.name ?? 'own';
  return html`<div class="example-bar">
    <div class="field example">
      <label for="example">Example</label>
      <select
        id="example"
        .value=${live(current)}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          const example = EXAMPLES.find((each) => each.name === value);
          if (example) choose(stepperSchema.decode(example.texts).state);
        }}
      >
        ${current === 'own' ? html`<option value="own" selected>Your own</option>` : nothing}
        ${EXAMPLES.map(
          ({ name, title }) =>
            html`<option value=${name} ?selected=${name === current}>${title}</option>`,
        )}
      </select>
    </div>
    <button part="button" class="reset" ?disabled=${reset === null} @click=${reset}>Reset to example</button>
  </div>`;
}
