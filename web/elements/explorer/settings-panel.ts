import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type PanelView, select } from '../options/fields.ts';
import { formatFields } from '../options/settings-panel.ts';
import { groupSizeStops, nearestStop } from '../tensors/group-sizes.ts';
import { formatCount } from '../text/format.ts';

export interface ExplorerSettingsView extends PanelView {
  /** The tensor's, or that of the one on its way. */
  readonly shape: readonly number[];
  readonly rowLength: number;
}

/** The settings of a whole tensor: a slider over group sizes, the fields that every element has, and what a row is. */
export function settingsPanel(view: ExplorerSettingsView): TemplateResult {
  return html`<div class="settings" part="settings">
    ${slider(view)} ${formatFields(view)} ${rowField(view)}
  </div>`;
}

function slider({ settings, rowLength, propose, settle }: ExplorerSettingsView): TemplateResult {
  const stops = groupSizeStops(rowLength);
  const { groupSize } = settings;
  const text =
    typeof groupSize === 'number'
      ? `${formatCount(groupSize)} weights`
      : groupSize === 'row'
        ? 'a whole row'
        : 'all weights';
  return html`<div class="field slider">
    <div class="slider-head">
      <label for="group-slider">Weights that share a scale</label>
      <output for="group-slider" aria-hidden="true">${text}</output>
    </div>
    <input
      id="group-slider"
      type="range"
      min="0"
      max=${stops.length - 1}
      step="1"
      aria-valuetext=${text}
      .value=${live(String(nearestStop(stops, groupSize)))}
      @input=${(event: InputEvent) => {
        const stop = stops[Number((event.target as HTMLInputElement).value)];
        if (stop === undefined) return;
        propose({
          control: 'group-size',
          text: String(stop),
          parsed: { value: { groupSize: stop } },
        });
        settle('group-size');
      }}
    />
    <div class="ends" aria-hidden="true">
      <span>${stops[0]}</span><span>all</span>
    </div>
  </div>`;
}

function rowField({
  settings,
  shape,
  rowLength,
  propose,
}: ExplorerSettingsView): TemplateResult | typeof nothing {
  const last = shape.at(-1) ?? 1;
  const rest = shape.slice(1).reduce((product, dimension) => product * dimension, 1);
  const choices = new Map([[last, `the last dimension, ${formatCount(last)}`]]);
  if (shape.length > 2 && rest !== last && rest > 0) {
    choices.set(rest, `all but the first, ${formatCount(rest)}`);
  }
  if (!choices.has(rowLength)) choices.set(rowLength, formatCount(rowLength));
  if (choices.size < 2) return nothing;
  return html`<div class="field">
    <label for="row-length">Weights in a row</label>
    ${select(
      { id: 'row-length' },
      String(rowLength),
      Array.from(choices, ([value, label]) => [String(value), label] as const),
      (text) =>
        propose({
          control: 'row-length',
          text,
          parsed: { value: { rowLength: Number(text) === last ? null : Number(text) } },
        }),
    )}
    ${settings.rowLength === null ? nothing : html`<p class="hint">Groups never cross a row.</p>`}
  </div>`;
}
