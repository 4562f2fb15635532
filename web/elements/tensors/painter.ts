import { Pace } from '../raster/pace.ts';
import { paintErrors, paintSigned } from '../raster/paint.ts';
import { type Palette, paletteOn } from '../raster/palette.ts';
import { type Layer, type Layers, peaksOf } from '../raster/peaks.ts';
import type { Painted, PaintRequest } from './protocol.ts';

/** Makes the pictures. That of the weights is kept while only the settings change. */
export class Painter {
  #palette: { readonly ground: string; readonly palette: Palette } | undefined;
  #kept:
    | { readonly weights: Float32Array; readonly key: string; readonly peaks: Float32Array }
    | undefined;

  async paint(
    layers: Layers,
    request: PaintRequest,
    signal: AbortSignal,
  ): Promise<Painted['pictures']> {
    const pace = new Pace(signal);
    const palette = this.#paletteOn(request);
    const pictures: Partial<Record<Layer, Uint8ClampedArray<ArrayBuffer>>> = {};
    for (const layer of request.layers) {
      const peaks = await this.#peaks(layer, layers, request, pace);
      pictures[layer] = (layer === 'error' ? paintErrors : paintSigned)(
        peaks,
        request.limit,
        palette,
      );
      if (pace.due) await pace.rest();
    }
    return pictures;
  }

  async #peaks(
    layer: Layer,
    layers: Layers,
    request: PaintRequest,
    pace: Pace,
  ): Promise<Float32Array> {
    if (layer !== 'weights') return peaksOf(layer, layers, request, pace);
    const { sheet, view, width, height } = request;
    const key = JSON.stringify([sheet, view, width, height]);
    if (this.#kept?.weights !== layers.weights || this.#kept.key !== key) {
      const peaks = await peaksOf(layer, layers, request, pace);
      this.#kept = { weights: layers.weights, key, peaks };
    }
    return this.#kept.peaks;
  }

  #paletteOn({ ground }: PaintRequest): Palette {
    const key = ground.join();
    if (this.#palette?.ground !== key) this.#palette = { ground: key, palette: paletteOn(ground) };
    return this.#palette.palette;
  }
}
