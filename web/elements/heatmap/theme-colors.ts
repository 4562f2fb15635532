import type { Rgb } from '../raster/palette.ts';
import type { Inks } from './draw.ts';

export interface Theme {
  readonly inks: Inks;
  /** The colour of zero: the ground that the maps lie on. */
  readonly ground: Rgb;
}

/** The theme's colours as they are used now, whoever set them: probed, because custom properties are not resolved. */
export function readTheme(host: HTMLElement & { readonly renderRoot: ParentNode }): Theme {
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
