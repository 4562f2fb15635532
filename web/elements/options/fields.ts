import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Draft } from '../state/drafts.ts';
import type { Proposal } from '../walk/edits.ts';
import type { SettingAttribute } from './codec.ts';
import type { Reading } from './options-text.ts';
import type { FormatSettings } from './settings.ts';

/** What controls need: the settings, the texts being typed, and where to send a change. */
export interface PanelView {
  readonly settings: FormatSettings;
  /** Where several sets of controls stand in one shadow root: the letter of this one. Ids and controls begin with it. */
  readonly side?: 'a' | 'b';
  readonly draft: (control: string) => Draft | undefined;
  readonly propose: (proposal: Proposal) => void;
  readonly settle: (control: string) => void;
}

export type Send = (text: string) => void;

/** A control's id, which is also the name of what is typed into it. */
export function idOf({ side }: Pick<PanelView, 'side'>, control: SettingAttribute): string {
  return side === undefined ? control : `${side}-${control}`;
}

/** The label of a control that stands beside another, and so has none of its own to be seen. */
export function labelOf({ side }: Pick<PanelView, 'side'>, label: string): string {
  return side === undefined ? label : `${label} of ${side.toUpperCase()}`;
}

export function sender<T>(
  view: PanelView,
  control: SettingAttribute,
  reader: (text: string) => Reading<T>,
  change: (value: T) => Partial<FormatSettings>,
): Send {
  return (text) => {
    const reading = reader(text);
    view.propose({
      control: idOf(view, control),
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
  { placeholder = '', hinted = false }: { placeholder?: string; hinted?: boolean } = {},
): TemplateResult {
  const id = idOf(view, control);
  const draft = view.draft(id);
  const refused = draft !== undefined && draft.problem !== null;
  return html`<input
    id=${id}
    type="text"
    inputmode=${mode}
    autocomplete="off"
    spellcheck="false"
    placeholder=${placeholder}
    aria-invalid=${refused ? 'true' : nothing}
    aria-describedby=${refused ? `problem-${id}` : hinted ? `hint-${id}` : nothing}
    .value=${live(draft?.text ?? value)}
    @input=${(event: InputEvent) => send((event.target as HTMLInputElement).value)}
    @blur=${() => view.settle(id)}
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

/** Below a control: why its text is refused, else, where it has one, its hint. */
export function problem(
  view: PanelView,
  control: SettingAttribute,
  hint: string | null = null,
): TemplateResult | typeof nothing {
  const id = idOf(view, control);
  const text = view.draft(id)?.problem ?? null;
  if (text !== null) return html`<p class="problem" id="problem-${id}">${text}</p>`;
  return hint === null ? nothing : html`<p class="hint" id="hint-${id}">${hint}</p>`;
}
