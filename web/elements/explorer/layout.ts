import { html, nothing, type TemplateResult } from 'lit';
import { shownName } from '../tensors/measurable.ts';
import { formatBytes, formatDecibels, formatFixed } from '../text/format.ts';
import { type ChartsView, chartsPanel } from './charts-panel.ts';
import type { ExplorerControl } from './control.ts';
import { dropZone } from './drop-zone.ts';
import { figures } from './figures.ts';
import { type GroupPickerView, groupPicker } from './group-picker.ts';
import { type MapsPanelView, mapsPanel } from './maps-panel.ts';
import { type ReadoutView, readout } from './readout.ts';
import type { Shown } from './session.ts';
import { settingsPanel } from './settings-panel.ts';
import { sourcePanel } from './source-panel.ts';
import { stateNotice } from './state-notice.ts';
import { tensorList } from './tensor-list.ts';

export interface LayoutView {
  readonly control: ExplorerControl;
  readonly over: boolean;
  readonly filter: string;
  readonly setOver: (over: boolean) => void;
  readonly setFilter: (text: string) => void;
  readonly open: (file: File) => void;
  /** Tells the host that a change was, perhaps, taken. */
  readonly did: (taken: Promise<boolean>) => void;
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
  const { control, did, tensor } = view;
  const { session, state } = control;
  const seed = control.drafts.get('seed');
  return html`<div class="frame" part="frame">
    ${sourcePanel({
      state,
      hasFile: session.opened !== null,
      seedText: seed?.text ?? String(state.spec.seed),
      seedProblem: seed?.problem ?? null,
      edit: (name, text) => did(control.editSource(name, text)),
    })}
    ${dropZone({ over: view.over, setOver: view.setOver, open: view.open })}
    ${
      session.opened
        ? tensorList({
            opened: session.opened,
            chosen: state.source === 'file' ? state.tensor : null,
            filter: view.filter,
            setFilter: view.setFilter,
            choose: (info) => did(control.chooseTensor(info.name)),
          })
        : nothing
    }
    ${stateNotice(control)}
    <h3>${tensor ? shownName(tensor.shown.result.tensor) : 'No weights yet'}</h3>
    <div class="overview">
      ${settingsPanel({
        settings: state.settings,
        shape: control.shape,
        rowLength: control.rowLength,
        draft: (name) => control.drafts.get(name),
        propose: (proposal) => did(control.propose(proposal)),
        settle: (name) => control.settle(name),
      })}
      ${tensor ? figures(tensor.shown) : html`<div class="figures" aria-hidden="true"></div>`}
    </div>
    <div class="measure" aria-hidden="true"></div>
    ${tensor ? tensorTemplate(tensor) : html`<div class="maps-place"></div>`}
    <p class="hint where">${session.where}</p>
    <div class="visually-hidden" role="status">${tensor ? summary(tensor.shown) : ''}</div>
  </div>`;
}

function tensorTemplate({ maps, readout: facts, charts, picker }: TensorView): TemplateResult {
  return html`${mapsPanel(maps)} ${readout(facts)} ${groupPicker(picker)} ${chartsPanel(charts)}`;
}

/** What a change did, for those who do not see the figures move. */
function summary({ result: { measured, storage } }: Shown): string {
  return `${formatDecibels(measured.sqnrDb)}, ${formatFixed(storage.bitsPerWeight, 3)} bits per weight, ${formatBytes(storage.totalBytes)}`;
}
