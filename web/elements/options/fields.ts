import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Change, Editing } from '../state/drafts.ts';
import { mapParsed, type TextForm } from '../text/parsed.ts';
import type { FormatAttribute, FormatSettings } from './settings.ts';

/** What the controls of a format need. */
export interface PanelView extends Editing<FormatSettings> {
  readonly settings: FormatSettings;
  /** Where several sets of controls stand in one shadow root: the letter of this one. Ids and controls begin with it. */
  readonly side?: 'a' | 'b';
}

/** Changes of the settings that lie in a state under `key`, as changes of the state. */
export function proposeWithin<State, Key extends keyof State>(
  propose: (change: Change<State>) => void,
  state: State,
  key: Key,
): (change: Change<State[Key]>) => void {
  return ({ parsed, ...change }) =>
    propose({
      ...change,
      parsed: mapParsed(parsed, (value) => {
        const part: Partial<State> = {};
        part[key] = { ...state[key], ...value };
        return part;
      }),
    });
}

export type Send = (text: string) => void;

/** A control's id, which is also the name of what is typed into it. */
export function idOf({ side }: Pick<PanelView, 'side'>, control: FormatAttribute): string {
  return side === undefined ? control : `${side}-${control}`;
}

/** The label of a control that stands beside another, and so has none of its own to be seen. */
export function labelOf({ side }: Pick<PanelView, 'side'>, label: string): string {
  return side === undefined ? label : `${label} of ${side.toUpperCase()}`;
}

export function sender<T>(
  view: PanelView,
  control: FormatAttribute,
  { read }: TextForm<T>,
  change: (value: T) => Partial<FormatSettings>,
): Send {
  return (text) => {
    view.propose({ control: idOf(view, control), text, parsed: mapParsed(read(text), change) });
  };
}

export function textInput(
  view: PanelView,
  control: FormatAttribute,
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
  control: FormatAttribute,
  hint: string | null = null,
): TemplateResult | typeof nothing {
  const id = idOf(view, control);
  const text = view.draft(id)?.problem ?? null;
  if (text !== null) return html`<p class="problem" id="problem-${id}">${text}</p>`;
  return hint === null ? nothing : html`<p class="hint" id="hint-${id}">${hint}</p>`;
}
