import { html, nothing, type TemplateResult } from 'lit';
import { proposeWithin } from '../options/fields.ts';
import type { Editing } from '../state/drafts.ts';
import { shownName } from '../tensors/measurable.ts';
import type { Shown, TensorSession } from '../tensors/session.ts';
import { sourceOf } from '../tensors/source.ts';
import { formatBytes, formatDecibels, formatFixed } from '../text/format.ts';
import { type ChartsView, chartsPanel } from './charts-panel.ts';
import { dropZone } from './drop-zone.ts';
import { type GroupPickerView, groupPicker } from './group-picker.ts';
import { type MapsPanelView, mapsPanel } from './maps-panel.ts';
import { metrics } from './metrics.ts';
import { type ReadoutView, readout } from './readout.ts';
import { settingsPanel } from './settings-panel.ts';
import { sourcePanel } from './source-panel.ts';
import type { ExplorerState } from './state.ts';
import { tensorList } from './tensor-list.ts';

export interface LayoutView {
  readonly session: TensorSession;
  readonly state: ExplorerState;
  /** Of the tensor that is wanted. */
  readonly shape: readonly number[];
  readonly rowLength: number;
  readonly editing: Editing<ExplorerState>;
  readonly notices: TemplateResult | typeof nothing;
  readonly over: boolean;
  readonly filter: string;
  readonly setOver: (over: boolean) => void;
  readonly setFilter: (text: string) => void;
  readonly open: (file: File) => void;
  readonly choose: (tensor: string) => void;
  readonly edit: (control: 'source' | 'size' | 'seed', text: string) => void;
  /** Of the tensor that is shown; null: none is yet. */
  readonly tensor: TensorView | null;
}

export interface TensorView {
  readonly shown: Shown;
  readonly maps: MapsPanelView;
  readonly readout: ReadoutView;
  readonly charts: ChartsView;
  readonly picker: GroupPickerView;
}

export function explorerLayout(view: LayoutView): TemplateResult {
  const { session, state, editing, tensor } = view;
  const seed = editing.draft('seed');
  return html`<div class="frame" part="frame">
    ${sourcePanel({
      state,
      hasFile: session.opened !== null,
      seedText: seed?.text ?? String(state.spec.seed),
      seedProblem: seed?.problem ?? null,
      edit: view.edit,
    })}
    ${dropZone({ over: view.over, setOver: view.setOver, open: view.open })}
    ${
      session.opened
        ? tensorList({
            opened: session.opened,
            chosen: state.source === 'file' ? state.tensor : null,
            filter: view.filter,
            setFilter: view.setFilter,
            choose: (info) => view.choose(info.name),
          })
        : nothing
    }
    ${stateNotice(view)}
    <h3>${tensor ? shownName(tensor.shown.result.tensor) : 'No weights yet'}</h3>
    <div class="overview">
      ${settingsPanel({
        settings: state.settings,
        shape: view.shape,
        rowLength: view.rowLength,
        draft: editing.draft,
        propose: proposeWithin(editing.propose, state, 'settings'),
        settle: editing.settle,
      })}
      ${tensor ? metrics(tensor.shown) : html`<div class="figures" aria-hidden="true"></div>`}
    </div>
    <div class="measure" aria-hidden="true"></div>
    ${tensor ? tensorTemplate(tensor) : html`<div class="maps-place"></div>`}
    <p class="hint where">${session.where}</p>
    <div class="visually-hidden" role="status">${tensor ? summary(tensor.shown) : ''}</div>
  </div>`;
}

/** What is being done, what failed, and what could not be used. Its place is kept, so that nothing moves. */
function stateNotice({ session, state, notices }: LayoutView): TemplateResult {
  const { busy, opened, shown } = session;
  const share = busy?.share ?? null;
  const isMissing = state.tensor !== null && !sourceOf(state, opened) && !shown;
  return html`<div class="state">
    <div class="busy ${busy ? 'on' : ''}">
      <progress aria-label="Progress" max="1" .value=${share ?? 0}></progress>
      <span role="status">${busy ? `${busy.phase} …` : ''}</span>
      <span class="number">${share === null ? '' : `${Math.floor(100 * share)} %`}</span>
    </div>
    ${notices}
    ${isMissing ? html`<p class="problem">This was made with the tensor “${state.tensor}” of a file. Open that file to see it.</p>` : nothing}
  </div>`;
}

function tensorTemplate({ maps, readout: facts, charts, picker }: TensorView): TemplateResult {
  return html`${mapsPanel(maps)} ${readout(facts)} ${groupPicker(picker)} ${chartsPanel(charts)}`;
}

/** What a change did, for those who do not see the figures move. */
function summary({ result: { measured, storage } }: Shown): string {
  return `${formatDecibels(measured.sqnrDb)}, ${formatFixed(storage.bitsPerWeight, 3)} bits per weight, ${formatBytes(storage.totalBytes)}`;
}
