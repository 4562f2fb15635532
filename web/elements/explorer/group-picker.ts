import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatCount } from '../text/format.ts';

export interface GroupPickerView {
  readonly count: number;
  /** As typed, from 1. */
  readonly text: string;
  readonly problem: string | null;
  readonly type: (text: string) => void;
  readonly send: () => void;
}

/** Chooses a group by its number, to be walked through. */
export function groupPicker({ count, text, problem, type, send }: GroupPickerView): TemplateResult {
  return html`<form
    class="picker"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      send();
    }}
  >
    <div class="field">
      <label for="group">Group, 1 to ${formatCount(count)}</label>
      <input
        id="group"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${problem === null ? nothing : 'true'}
        aria-describedby=${problem === null ? nothing : 'problem-group'}
        .value=${live(text)}
        @input=${(event: InputEvent) => type((event.target as HTMLInputElement).value)}
      />
    </div>
    <button class="primary" part="button">Walk through this group</button>
    ${problem === null ? nothing : html`<p class="problem" id="problem-group">${problem}</p>`}
  </form>`;
}
