import { html, nothing, type TemplateResult } from 'lit';
import type { HeatMaps } from '../heatmap/heat-maps.ts';
import { foldNote, type Sheet } from '../raster/image-grid.ts';
import { ERROR_DECADES } from '../raster/paint.ts';
import type { Layer } from '../raster/peaks.ts';
import { formatFloat, formatShort } from '../text/format.ts';
import { LAYERS, type Range } from './state.ts';

export interface MapsPanelView {
  readonly maps: HeatMaps;
  readonly sheet: Sheet;
  /** Weights of this magnitude and above have the full colour. */
  readonly limit: number;
  readonly range: Range;
  readonly layer: Layer;
  /** Room for all maps side by side. */
  readonly wide: boolean;
  readonly setRange: (range: Range) => void;
  readonly setLayer: (layer: Layer) => void;
}

export const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  weights: 'Weights',
  recovered: 'Recovered',
  error: 'Error',
};

/** The maps: a picture of every layer, all of the same part, with what their colours mean. */
export function mapsPanel(view: MapsPanelView): TemplateResult {
  const { maps, sheet, wide, layer } = view;
  const layers = wide ? LAYERS : [layer];
  const fold = foldNote(sheet);
  return html`${toolbar(view)}
    <div
      class="maps ${wide ? 'wide' : ''} ${maps.zoomed ? 'zoomed' : ''}"
      part="maps"
      role="application"
      aria-label="Heat maps"
      aria-describedby="maps-help"
      tabindex="0"
      @keydown=${maps.keydown}
      @pointerdown=${maps.gestures.down}
      @pointermove=${maps.gestures.move}
      @pointerup=${maps.gestures.up}
      @pointercancel=${maps.gestures.cancel}
      @wheel=${maps.gestures.wheel}
    >
      ${layers.map(
        (each) => html`<figure>
          <figcaption>${each === 'error' ? 'Recovered − weight' : LAYER_NAMES[each]}</figcaption>
          <canvas data-layer=${each} role="img" aria-label="Heat map: ${LAYER_NAMES[each]}"></canvas>
          ${each === 'error' ? errorLegend(view.limit) : signedLegend(view)}
        </figure>`,
      )}
    </div>
    <p class="hint" id="maps-help">
      <span class="by-touch">
        Pinch to zoom, drag to move. Tap a weight to read its numbers, and again to walk through its group.
      </span>
      <span class="by-mouse">
        Drag to move; Ctrl and wheel to zoom (the wheel alone once the maps have the focus); click a weight to walk through its
        group. Keys: arrows mark a weight, + and − zoom, 0 shows all, Enter walks through the marked weight’s group.
      </span>
      Zoomed out, a pixel shows the largest magnitude
      under it.${fold === null ? nothing : html` ${fold}`}
    </p>`;
}

function toolbar({ maps, range, setRange, wide, layer, setLayer }: MapsPanelView): TemplateResult {
  return html`<div class="toolbar">
    <div class="buttons">
      <button aria-label="Zoom in" title="Zoom in" @click=${() => maps.zoomBy(2)}>+</button>
      <button aria-label="Zoom out" title="Zoom out" ?disabled=${!maps.zoomed} @click=${() => maps.zoomBy(0.5)}>−</button>
      <button ?disabled=${!maps.zoomed} @click=${() => maps.look(null)}>Show all</button>
    </div>
    ${
      wide
        ? nothing
        : radios(
            'layer',
            'Map',
            layer,
            LAYERS.map((each) => [each, LAYER_NAMES[each]] as const),
            setLayer,
          )
    }
    ${radios(
      'range',
      'Full colour at',
      range,
      [
        ['typical', 'typical weights'],
        ['all', 'the largest'],
      ],
      setRange,
    )}
  </div>`;
}

function radios<T extends string>(
  name: string,
  label: string,
  value: T,
  choices: readonly (readonly [value: T, label: string])[],
  set: (value: T) => void,
): TemplateResult {
  return html`<div class="field row" role="radiogroup" aria-labelledby="${name}-label">
    <span class="label" id="${name}-label">${label}</span>
    <div class="segmented">
      ${choices.map(
        ([each, text]) => html`<label
          ><input type="radio" name=${name} value=${each} .checked=${each === value} @change=${() => set(each)} />${text}</label
        >`,
      )}
    </div>
  </div>`;
}

function signedLegend({ limit, range }: MapsPanelView): TemplateResult {
  const end = formatFloat(limit, 3);
  const beyond = range === 'typical';
  return html`<div class="legend">
    <canvas data-legend="signed" width="255" height="1" role="img" aria-label="Colours from ${-limit} to ${limit}"></canvas>
    <span class="number">${beyond ? '≤ ' : ''}−${end}</span><span class="number">0</span
    ><span class="number">${beyond ? '≥ ' : ''}${end}</span>
  </div>`;
}

/** Logarithmic, and the same for all settings. */
function errorLegend(limit: number): TemplateResult {
  const least = limit / 10 ** ERROR_DECADES;
  return html`<div class="legend">
    <canvas data-legend="error" width="255" height="1" role="img" aria-label="Colours from ${least} to ${limit}, logarithmic"></canvas>
    <span class="number">≤ ${formatShort(Number(least.toPrecision(2)))}</span><span>log</span
    ><span class="number">≥ ${formatFloat(limit, 3)}</span>
  </div>`;
}
