/** A place on a map, as shares of its width and height. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface GestureTarget {
  /** Whether there is something to move to: else one finger scrolls the page. */
  readonly zoomed: boolean;
  pan(x: number, y: number): void;
  zoom(factor: number, at: Place): void;
  point(at: Place): void;
  /** A click, or a second tap at the same weight. */
  choose(at: Place): void;
  /** True: the weight there is the one marked. */
  isMarked(at: Place): boolean;
}

/** A press that moves less than this is a click. */
const CLICK_PX = 5;
const WHEEL_STEP = 0.0022;
const LARGEST_WHEEL = 120;

/** Drag, pinch, wheel and click on canvases of the same size that show the same part. */
export class Gestures {
  readonly #target: GestureTarget;
  readonly #pressed = new Map<number, { x: number; y: number }>();
  #moved = 0;
  #marked = false;

  constructor(target: GestureTarget) {
    this.#target = target;
  }

  readonly down = (event: PointerEvent): void => {
    const map = mapOf(event);
    if (!map || event.button !== 0) return;
    if (this.#pressed.size === 0) {
      this.#moved = 0;
      this.#marked = this.#target.isMarked(placeOn(map, event));
    }
    this.#pressed.set(event.pointerId, { x: event.clientX, y: event.clientY });
    map.setPointerCapture(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    const map = mapOf(event);
    if (!map) return;
    const before = this.#pressed.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') this.#target.point(placeOn(map, event));
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    this.#moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (this.#moved < CLICK_PX && this.#pressed.size === 1) return;
    const { width } = map.getBoundingClientRect();
    const other = [...this.#pressed].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      const middle = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
      this.#target.zoom(factor, placeOn(map, middle));
      this.#target.pan((before.x - now.x) / (2 * width), (before.y - now.y) / (2 * width));
    } else {
      this.#target.pan((before.x - now.x) / width, (before.y - now.y) / width);
    }
    this.#pressed.set(event.pointerId, now);
  };

  readonly up = (event: PointerEvent): void => {
    const map = mapOf(event);
    if (!this.#pressed.delete(event.pointerId) || !map || this.#moved >= CLICK_PX) return;
    const place = placeOn(map, event);
    this.#target.point(place);
    if (event.pointerType !== 'touch' || this.#marked) this.#target.choose(place);
  };

  readonly cancel = (event: PointerEvent): void => {
    this.#pressed.delete(event.pointerId);
  };

  /** Not passive. The page keeps its scrolling: a map zooms when it has the focus, or with Ctrl (as a pinch on a trackpad). */
  readonly wheel = {
    handleEvent: (event: WheelEvent): void => {
      const map = mapOf(event);
      if (!map) return;
      const focused = map.closest('.maps')?.matches(':focus-within') ?? false;
      if (!event.ctrlKey && !event.metaKey && !focused) return;
      if (!event.ctrlKey && event.deltaY > 0 && !this.#target.zoomed) return;
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
      const by = Math.max(-LARGEST_WHEEL, Math.min(LARGEST_WHEEL, event.deltaY * lines));
      const strength = event.ctrlKey ? 4 : 1;
      this.#target.zoom(Math.exp(-by * WHEEL_STEP * strength), placeOn(map, event));
    },
    passive: false,
  };
}

function mapOf(event: Event): HTMLCanvasElement | null {
  return event.target instanceof HTMLCanvasElement ? event.target : null;
}

function placeOn(
  map: HTMLElement,
  { clientX, clientY }: { clientX: number; clientY: number },
): Place {
  const { left, top, width, height } = map.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
