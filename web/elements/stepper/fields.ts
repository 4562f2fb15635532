import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SettingAttribute } from './codec.ts';
import type { Draft } from './drafts.ts';
import type { Proposal } from './edits.ts';
import type { Reading } from './options-text.ts';
import type { Settings } from './settings.ts';

/** What controls need: the settings, the texts being typed, and where to send a change. */
export interface PanelView {
  readonly settings: Settings;
  readonly draft: (control: string) => Draft | undefined;
  readonly propose: (proposal: Proposal) => void;
  readonly settle: (control: string) => void;
}

export type Send = (text: string) => void;

export function emptyOr<T>(
  reader: (text: string) => Reading<T>,
): (text: string) => Reading<T | null> {
  return (text) => (text.trim() === '' ? { value: null } : reader(text));
}

export function sender<T>(
  view: PanelView,
  control: SettingAttribute,
  reader: (text: string) => Reading<T>,
  change: (value: T) => Partial<Settings>,
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
  id: string,
  value: string,
  send: Send,
  mode: 'numeric' | 'decimal',
  placeholder = '',
): TemplateResult {
  const draft = view.draft(control);
  const refused = draft !== undefined && draft.problem !== null;
  return html`<input
    id=${id}
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

export function select(
  label: string | null,
  value: string,
  options: readonly (readonly [string, string] | string[])[],
  send: Send,
  id: string | null,
): TemplateResult {
  return html`<select
    id=${id ?? nothing}
    aria-label=${label ?? nothing}
    .value=${live(value)}
    @change=${(event: Event) => send((event.target as HTMLSelectElement).value)}
  >
    ${options.map(([name, text]) => html`<option value=${name ?? ''} ?selected=${name === value}>${text}</option>`)}
  </select>`;
}

export function problem(
  view: PanelView,
  control: SettingAttribute,
): TemplateResult | typeof nothing {
  const text = view.draft(control)?.problem ?? null;
  return text === null ? nothing : html`<p class="problem" id="problem-${control}">${text}</p>`;
}
