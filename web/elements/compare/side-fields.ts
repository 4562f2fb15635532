import { html, type TemplateResult } from 'lit';
import { type PanelView, proposeWithin } from '../options/fields.ts';
import { customScaleField, formatFields, rowLengthField } from '../options/settings-panel.ts';
import type { Editing } from '../state/drafts.ts';
import { mapParsed } from '../text/parsed.ts';
import { type Comparison, type Side, settingsOf } from './state.ts';

export interface FieldsView extends Editing<Comparison> {
  readonly state: Comparison;
}

/** How one side quantizes. */
export function sideFields(view: FieldsView, side: Side, name: string): TemplateResult {
  const { state, propose } = view;
  const panel: PanelView = {
    ...view,
    side,
    settings: settingsOf(state, side),
    propose: proposeWithin(propose, state, side),
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
    propose: ({ parsed, ...change }) =>
      propose({
        ...change,
        parsed: mapParsed(parsed, ({ rowLength = null }) => ({ rowLength })),
      }),
  });
}
