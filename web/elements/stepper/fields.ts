import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SettingAttribute } from './codec.ts';
import type { Draft } from './drafts.ts';
import type { Proposal } from './edits.ts';
import type { Reading } from './options-text.ts';
import type { FormatSettings } from './settings.ts';

/** What controls need: the settings, the texts being typed, and where to send a change. */
export interface PanelView {
  readonly settings: FormatSettings;
  readonly draft: (control: string) => Draft | undefined;
  readonly propose: (proposal: Proposal) => void;
  readonly settle: (control: string) => void;
}

export type Send = (text: string) => void;

export function sender<T>(
  view: PanelView,
  control: SettingAttribute,
  reader: (text: string) => Reading<T>,
  change: (value: T) => Partial<FormatSettings>,
): Send {
  return (text) => {
    const reading = reader(text);
    view.propose({
      control,
      text,
      reading: 'value' in reading ? { value: change(reading.value) } : reading,
    });
  };
}

export function textInput(
  view: PanelView,
  control: SettingAttribute,
  value: string,
  send: Send,
  mode: 'numeric' | 'decimal',
  placeholder = '',
): TemplateResult {
  const draft = view.draft(control);
  const refused = draft !== undefined && draft.problem !== null;
  return html`<input
    id=${control}
    type="text"
    inputmode=${mode}
    autocomplete="off"
    spellcheck="false"
    placeholder=${placeholder}
    aria-invalid=${refused ? 'true' : nothing}
    aria-describedby=${refused ? `problem-${control}` : nothing}
    .value=${live(draft?.text ?? value)}
    @input=${(event: InputEvent) => send((event.target as HTMLInputElement).value)}
    @blur=${() => view.settle(control)}
  />`;
}

/** A drop-down, with the id that its label names or a label of its own. */
export function select(
  name: { readonly id?: string; readonly label?: string },
  value: string,
  options: readonly (readonly [value: string, text: string])[],
  send: Send,
): TemplateResult {
  return html`<select
    id=${name.id ?? nothing}
    aria-label=${name.label ?? nothing}
    .value=${live(value)}
    @change=${(event: Event) => send((event.target as HTMLSelectElement).value)}
  >
    ${options.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
  </select>`;
}

export function problem(
  view: PanelView,
  control: SettingAttribute,
): TemplateResult | typeof nothing {
  const text = view.draft(control)?.problem ?? null;
  return text === null ? nothing : html`<p class="problem" id="problem-${control}">${text}</p>`;
}
