import type { Layer } from '../raster/peaks.ts';
import { isWhole } from '../raster/view.ts';
import type { Painted, PaintRequest } from '../tensors/protocol.ts';

/** A picture that is there: of one layer of one result. */
export interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly of: Painted;
}

export type Paint = (request: PaintRequest, signal: AbortSignal) => Promise<Painted>;

/**
 * Asks for pictures and keeps the last that came: moved and scaled, they stand in until the next are there. One request is
 * under way at a time; of those made meanwhile, only the last is made after it.
 */
export class Pictures {
  readonly #paint: Paint;
  readonly #changed: () => void;
  #work: AbortController | null = null;
  #next: PaintRequest | null = null;
  readonly #latest = new Map<Layer, Picture>();
  /** Those of the whole sheet, for what the latest do not show. */
  readonly #whole = new Map<Layer, Picture>();
  #painted: Painted | null = null;

  constructor(paint: Paint, changed: () => void) {
    this.#paint = paint;
    this.#changed = changed;
  }

  /** The pictures to draw for a layer, the ones behind first. */
  of(layer: Layer): readonly Picture[] {
    const pictures = [this.#whole.get(layer), this.#latest.get(layer)];
    return pictures.filter((picture) => picture !== undefined);
  }

  get painted(): Painted | null {
    return this.#painted;
  }

  request(request: PaintRequest): void {
    this.#next = request;
    if (!this.#work) void this.#run();
  }

  /** What is under way is of another result. */
  abort(): void {
    this.#work?.abort();
    this.#work = null;
  }

  async #run(): Promise<void> {
    for (let request = this.#next; request; request = this.#next) {
      this.#next = null;
      const work = new AbortController();
      this.#work = work;
      // A failure means that it was called off, or that the tensor is gone: what is there stays.
      const painted = await this.#paint(request, work.signal).catch(() => null);
      if (this.#work !== work) return;
      if (painted) this.#take(painted);
    }
    this.#work = null;
  }

  #take(painted: Painted): void {
    this.#painted = painted;
    const whole = isWhole(painted.view, painted.sheet);
    for (const [layer, pixels] of Object.entries(painted.pictures) as [
      Layer,
      Uint8ClampedArray<ArrayBuffer>,
    ][]) {
      const picture = { canvas: canvasWith(pixels, painted), of: painted };
      this.#latest.set(layer, picture);
      if (whole) this.#whole.set(layer, picture);
      else this.#forgetOther(layer, painted);
    }
    this.#changed();
  }

  /** The whole picture of another sheet is of no use. */
  #forgetOther(layer: Layer, { sheet }: Painted): void {
    const other = this.#whole.get(layer)?.of.sheet;
    if (other && (other.columns !== sheet.columns || other.length !== sheet.length)) {
      this.#whole.delete(layer);
    }
  }
}

function canvasWith(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  { width, height }: Painted,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
