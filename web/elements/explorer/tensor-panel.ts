import type { ReactiveControllerHost } from 'lit';
import { PlotLoader } from '../charts/plot.ts';
import { HeatMaps } from '../heatmap/heat-maps.ts';
import { groupOf } from '../raster/groups.ts';
import { sheetOf } from '../raster/image-grid.ts';
import type { Shown, TensorSession } from '../tensors/session.ts';
import { formatCount } from '../text/format.ts';
import { Width } from '../ui/width.ts';
import { WALK_LIMIT } from '../walk/settings.ts';
import type { ExplorerGroup } from './events.ts';
import { groupForStepper } from './group.ts';
import { Inspector } from './inspector.ts';
import type { TensorView } from './layout.ts';
import type { ExplorerState } from './state.ts';

/** From this width on, the maps stand side by side: what a frame of 44 rem leaves. */
const WIDE_PX = 654;
const CHART_GAP_PX = 32;

export interface PanelHooks {
  /** The view was changed by hand. */
  readonly viewed: () => void;
  readonly adjusted: (change: Partial<Pick<ExplorerState, 'layer' | 'range'>>) => void;
  readonly send: (group: ExplorerGroup) => void;
}

/** What is looked into: the explorer's state, and what its session shows. */
export interface Explored {
  readonly session: TensorSession;
  readonly state: () => ExplorerState;
}

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The part of the explorer that looks into the tensor that is shown. */
export class TensorPanel {
  readonly #host: Host;
  readonly #explored: Explored;
  readonly #hooks: PanelHooks;
  readonly #width: Width;
  readonly #loader: PlotLoader;
  readonly #inspector: Inspector;
  readonly maps: HeatMaps;
  #mapped: { readonly shown: Shown; readonly limit: number } | null = null;
  #group = '1';
  #groupProblem: string | null = null;

  constructor(host: Host, explored: Explored, hooks: PanelHooks) {
    this.#host = host;
    this.#explored = explored;
    this.#hooks = hooks;
    this.#width = new Width(host, '.measure');
    this.#loader = new PlotLoader(host);
    const client = () => explored.session.client;
    this.#inspector = new Inspector(client, () => host.requestUpdate());
    this.maps = new HeatMaps(host, {
      paint: async (request, signal) => {
        const engine = client();
        if (!engine) throw new Error('the engine is not there');
        return engine.do('paint', request, { signal });
      },
      viewed: hooks.viewed,
      marked: (index) => this.#marked(index),
      choose: (index) => {
        const { shown } = explored.session;
        if (shown) void this.#send(shown, groupOf(shown.result.cut, index), index);
      },
    });
  }

  /** Before rendering: what is shown may have changed. */
  update(): void {
    const { shown } = this.#explored.session;
    if (!shown) return;
    const { tensor, cut } = shown.result;
    const { typical, absmax } = tensor.summary;
    const limit = this.#explored.state().range === 'typical' ? typical : absmax;
    if (this.#mapped?.shown === shown && this.#mapped.limit === limit) return;
    const sheet = sheetOf(tensor.length, shown.settings.rowLength ?? tensor.length);
    const view = this.#mapped ? undefined : (this.#explored.state().view ?? undefined);
    const renewed = this.#mapped?.shown !== shown;
    this.#mapped = { shown, limit };
    this.maps.show({ sheet, cut, limit }, view);
    if (renewed) this.#inspector.renew(this.maps.cursor);
  }

  view(): TensorView | null {
    const { shown } = this.#explored.session;
    const { maps } = this;
    if (!shown || !maps.sheet) return null;
    const state = this.#explored.state();
    const wide = this.#width.px >= WIDE_PX;
    const width = wide ? Math.floor((this.#width.px - CHART_GAP_PX) / 2) : this.#width.px;
    return {
      shown,
      maps: {
        maps,
        sheet: maps.sheet,
        limit: this.#mapped?.limit ?? 1,
        range: state.range,
        layer: state.layer,
        wide,
        setRange: (range) => this.#hooks.adjusted({ range }),
        setLayer: (layer) => this.#hooks.adjusted({ layer }),
      },
      readout: { shown, facts: this.#inspector.facts },
      charts: {
        shown,
        loader: this.#loader,
        levels: this.#inspector.levels,
        range: state.range,
        width,
      },
      picker: {
        count: shown.result.storage.numGroups,
        text: this.#group,
        problem: this.#groupProblem,
        type: (text) => {
          this.#group = text;
          this.#groupProblem = null;
          this.#host.requestUpdate();
        },
        send: () => this.#sendTyped(shown),
      },
    };
  }

  #marked(index: number): void {
    const { shown } = this.#explored.session;
    if (!shown) return;
    this.#inspector.mark(index);
    this.#group = String(groupOf(shown.result.cut, index) + 1);
    this.#groupProblem = null;
    this.#host.requestUpdate();
  }

  #sendTyped(shown: Shown): void {
    const count = shown.result.storage.numGroups;
    const number = Number(this.#group.trim() || 'nothing');
    if (!Number.isInteger(number) || number < 1 || number > count) {
      this.#groupProblem =
        count === 0 ? 'There are no groups.' : `There are groups 1 to ${formatCount(count)}.`;
    } else {
      this.#groupProblem = null;
      void this.#send(shown, number - 1, this.maps.cursor);
    }
    this.#host.requestUpdate();
  }

  async #send(shown: Shown, group: number, near: number | null): Promise<void> {
    const part = await this.#explored.session.client?.do('group', {
      group,
      most: WALK_LIMIT,
      near,
    });
    if (part) this.#hooks.send(groupForStepper(shown, part));
  }
}
