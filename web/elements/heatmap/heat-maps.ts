import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Cut } from '../raster/groups.ts';
import type { Sheet } from '../raster/image-grid.ts';
import {
  clampView,
  isWhole,
  panView,
  revealPlace,
  type View,
  weightAt,
  wholeView,
  zoomView,
} from '../raster/view.ts';
import { Canvases } from './canvases.ts';
import { Gestures } from './gestures.ts';
import { keyMove } from './keys.ts';
import { type Paint, Pictures } from './pictures.ts';

/** What the maps show. Another object is another result. */
export interface MapsModel {
  readonly sheet: Sheet;
  readonly cut: Cut;
  /** Weights of this magnitude and above have the full colour. */
  readonly limit: number;
}

export interface MapsHooks {
  readonly paint: Paint;
  /** The view was changed by hand. */
  readonly viewed: () => void;
  /** Another weight is marked. */
  readonly marked: (index: number) => void;
  readonly choose: (index: number) => void;
}

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** Maps of one tensor, side by side, that show the same part of it: `canvas[data-layer]` elements in `.maps`. */
export class HeatMaps implements ReactiveController {
  readonly gestures: Gestures;
  readonly #host: Host;
  readonly #hooks: MapsHooks;
  readonly #pictures: Pictures;
  readonly #canvases: Canvases;
  readonly #darkness = matchMedia('(prefers-color-scheme: dark)');
  #model: MapsModel | null = null;
  #view: View = { column: 0, line: 0, across: 1 };
  #cursor: number | null = null;
  #asked: string | null = null;
  #frame = 0;

  constructor(host: Host, hooks: MapsHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#pictures = new Pictures(hooks.paint, () => this.#redraw());
    this.#canvases = new Canvases(host);
    const self = this;
    this.gestures = new Gestures({
      get zoomed() {
        return self.zoomed;
      },
      pan: (x, y) => this.#change((view, sheet) => panView(view, sheet, x, y)),
      zoom: (factor, at) =>
        this.#change((view, sheet) => zoomView(view, sheet, factor, at.x, at.y)),
      point: ({ x, y }) => this.#point(x, y),
      choose: ({ x, y }) => {
        const index = this.#at(x, y);
        if (index !== null) this.#hooks.choose(index);
      },
      isMarked: ({ x, y }) => this.#at(x, y) === this.#cursor,
    });
    host.addController(this);
  }

  get view(): View {
    return this.#view;
  }

  get cursor(): number | null {
    return this.#cursor;
  }

  get zoomed(): boolean {
    return this.#model !== null && !isWhole(this.#view, this.#model.sheet);
  }

  get sheet(): Sheet | null {
    return this.#model?.sheet ?? null;
  }

  /** Another result. The view stays where the sheet is the same; `view` replaces it. */
  show(model: MapsModel, view?: View): void {
    const before = this.#model?.sheet;
    const { sheet } = model;
    const same = before?.columns === sheet.columns && before.length === sheet.length;
    this.#model = model;
    this.#pictures.abort();
    this.#asked = null;
    if (view) this.#view = clampView(view, sheet);
    else if (!same) this.#view = wholeView(sheet);
    if (this.#cursor === null || this.#cursor >= sheet.length || !same) this.#cursor = null;
    this.#host.requestUpdate();
  }

  look(view: View | null): void {
    this.#change((_, sheet) => (view ? clampView(view, sheet) : wholeView(sheet)));
  }

  zoomBy(factor: number): void {
    this.#change((view, sheet) => zoomView(view, sheet, factor));
  }

  readonly keydown = (event: KeyboardEvent): void => {
    const model = this.#model;
    if (!model || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && this.#cursor !== null) {
      event.preventDefault();
      this.#hooks.choose(this.#cursor);
      return;
    }
    const move = keyMove(event, this.#view, model.sheet, this.#cursor);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.view) this.#change(() => move.view as View);
    if (move.cursor !== undefined) this.#mark(move.cursor, true);
  };

  hostConnected(): void {
    this.#darkness.addEventListener('change', this.#themed);
  }

  hostDisconnected(): void {
    this.#darkness.removeEventListener('change', this.#themed);
    this.#pictures.abort();
    this.#asked = null;
  }

  hostUpdated(): void {
    this.#redraw();
  }

  readonly #themed = (): void => {
    this.#canvases.forgetTheme();
    this.#host.requestUpdate();
  };

  #change(next: (view: View, sheet: Sheet) => View): void {
    if (!this.#model) return;
    const before = this.#view;
    this.#view = next(before, this.#model.sheet);
    const { column, line, across } = this.#view;
    if (column === before.column && line === before.line && across === before.across) return;
    this.#hooks.viewed();
    this.#redraw();
  }

  #at(x: number, y: number): number | null {
    return this.#model && weightAt(this.#view, this.#model.sheet, x, y);
  }

  #point(x: number, y: number): void {
    const index = this.#at(x, y);
    if (index !== null) this.#mark(index, false);
  }

  #mark(index: number, reveal: boolean): void {
    if (!this.#model) return;
    const { sheet } = this.#model;
    if (reveal) {
      const line = Math.floor(index / sheet.columns);
      this.#change((view) => revealPlace(view, sheet, index - line * sheet.columns, line));
    }
    if (index === this.#cursor) return;
    this.#cursor = index;
    this.#hooks.marked(index);
    this.#redraw();
  }

  #redraw(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const model = this.#model;
    if (!model) return;
    const { sheet, limit } = model;
    const view = this.#view;
    const surface = this.#canvases.draw({ ...model, view, cursor: this.#cursor }, this.#pictures);
    if (!surface) return;
    const request = { sheet, view, limit, ...surface };
    const key = JSON.stringify(request);
    if (this.#asked === key) return;
    this.#asked = key;
    this.#pictures.request(request);
  }
}
