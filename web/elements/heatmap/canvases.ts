import type { Cut } from '../raster/groups.ts';
import type { Sheet } from '../raster/image-grid.ts';
import { type Palette, paletteOn, type Rgb, STEPS } from '../raster/palette.ts';
import type { Layer } from '../raster/peaks.ts';
import { aspectOf, type View } from '../raster/view.ts';
import { type Drawing, drawCursor, drawGroups, drawPictures, type Inks } from './draw.ts';
import { drawValues } from './draw-values.ts';
import type { Pictures } from './pictures.ts';

/** Sharper than this, no difference is seen, and pictures take four times the work. */
const MOST_DENSE = 2;

export interface Scene {
  readonly sheet: Sheet;
  readonly cut: Cut;
  readonly limit: number;
  readonly view: View;
  readonly cursor: number | null;
}

/** What was drawn on: what a picture has to be asked for. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly Layer[];
  readonly ground: Rgb;
}

type Host = HTMLElement & { readonly renderRoot: ParentNode };

/** The canvases of an element: `canvas[data-layer]` for maps, `canvas[data-legend]` for what the colours mean. */
export class Canvases {
  readonly #host: Host;
  #theme: { readonly colors: Theme; readonly palette: Palette } | null = null;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The theme may be another. */
  forgetTheme(): void {
    this.#theme = null;
  }

  /** Null: there is nothing to draw on. */
  draw(scene: Scene, pictures: Pictures): Surface | null {
    const maps = [
      ...this.#host.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas[data-layer]'),
    ];
    const shown = maps[0]?.getBoundingClientRect().width ?? 0;
    if (shown < 1) return null;
    const density = Math.min(MOST_DENSE, devicePixelRatio);
    const width = Math.round(shown * density);
    const height = Math.max(1, Math.round(width * aspectOf(scene.sheet)));
    const { colors, palette } = this.#colors();
    for (const canvas of maps) {
      const context = canvas.getContext('2d');
      if (!context) continue;
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const layer = layerOf(canvas);
      const { view, sheet, cut, limit, cursor } = scene;
      const drawing: Drawing = { context, width, height, density, view, sheet, inks: colors.inks };
      drawPictures(drawing, pictures.of(layer));
      drawGroups(drawing, cut);
      const cells = pictures.painted?.cells;
      if (cells) drawValues(drawing, { layer, cells, palette, limit });
      if (cursor !== null) drawCursor(drawing, cut, cursor);
    }
    return { width, height, layers: maps.map(layerOf), ground: colors.ground };
  }

  #colors(): { readonly colors: Theme; readonly palette: Palette } {
    if (!this.#theme) {
      const colors = readTheme(this.#host);
      this.#theme = { colors, palette: paletteOn(colors.ground) };
    }
    const { palette } = this.#theme;
    for (const canvas of this.#host.renderRoot.querySelectorAll<HTMLCanvasElement>(
      'canvas[data-legend]',
    )) {
      drawLegend(canvas, palette);
    }
    return this.#theme;
  }
}

function layerOf(canvas: HTMLCanvasElement): Layer {
  return canvas.dataset.layer as Layer;
}

/** One line of pixels: from the largest negative over zero to the largest positive, or from no error to the largest. */
function drawLegend(canvas: HTMLCanvasElement, palette: Palette): void {
  const signed = canvas.dataset.legend === 'signed';
  const ramp = signed
    ? [...palette.negative.toReversed(), ...palette.positive]
    : [...palette.error];
  const pixels = new Uint32Array(canvas.width);
  for (let x = 0; x < pixels.length; x += 1) {
    pixels[x] = ramp[Math.floor((x / pixels.length) * (signed ? 2 : 1) * STEPS)] as number;
  }
  const image = new ImageData(new Uint8ClampedArray(pixels.buffer), canvas.width, 1);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

interface Theme {
  readonly inks: Inks;
  /** The colour of zero: the ground that the maps lie on. */
  readonly ground: Rgb;
}

/** The theme's colours as they are used now, whoever set them: probed, because custom properties are not resolved. */
function readTheme(host: HTMLElement & { readonly renderRoot: ParentNode }): Theme {
  const probe = document.createElement('i');
  host.renderRoot.append(probe);
  const resolve = (name: string): string => {
    probe.style.setProperty('color', `var(${name})`);
    return getComputedStyle(probe).color;
  };
  const [ink, edge, ground] = [resolve('--_ink'), resolve('--_edge'), resolve('--_raised')];
  probe.remove();
  return { inks: { ink, edge, ground }, ground: toRgb(ground) };
}

/** Any CSS colour as bytes. */
function toRgb(color: string): Rgb {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return [255, 255, 255];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 255, green = 255, blue = 255] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
