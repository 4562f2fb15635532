import { html, type TemplateResult } from 'lit';
import type { PanelView } from '../options/fields.ts';
import { customScaleField, formatFields, rowLengthField } from '../options/settings-panel.ts';
import type { Draft } from '../state/drafts.ts';
import type { Change } from '../state/model.ts';
import { type Comparison, type Side, settingsOf } from './model.ts';

export interface FieldsView {
  readonly state: Comparison;
  readonly draft: (control: string) => Draft | undefined;
  readonly propose: (change: Change<Comparison>) => void;
  readonly settle: (control: string) => void;
}

/** How one side quantizes. */
export function sideFields(view: FieldsView, side: Side, name: string): TemplateResult {
  const { state, propose } = view;
  const panel: PanelView = {
    ...view,
    side,
    settings: settingsOf(state, side),
    propose: ({ control, text, reading }) =>
      propose({
        control,
        text,
        reading:
          'value' in reading
            ? { value: { [side]: { ...state[side], ...reading.value } } }
            : reading,
      }),
  };
  return html`<fieldset class="side-fields" part="settings">
    <legend><span class="letter">${side.toUpperCase()}</span> ${name}</legend>
    <div class="settings">${formatFields(panel)} ${customScaleField(panel)}</div>
  </fieldset>`;
}

/** The length of a row, which both sides share. */
export function sharedRowLength(view: FieldsView): TemplateResult {
  const { state, propose } = view;
  return rowLengthField({
    ...view,
    settings: settingsOf(state, 'a'),
    propose: ({ control, text, reading }) =>
      propose({
        control,
        text,
        reading:
          'value' in reading ? { value: { rowLength: reading.value.rowLength ?? null } } : reading,
      }),
  });
}
