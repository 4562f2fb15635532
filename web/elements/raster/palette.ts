/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Colours from 0 (the page's ground) to the full range. */
interface Ramp {
  readonly light: readonly string[];
  readonly dark: readonly string[];
}

/**
 * Blue for negative and ochre for positive weights, which all common kinds of colour blindness tell apart, and the theme's
 * colour of loss for errors. On a dark ground larger is lighter, on a light one darker.
 */
const NEGATIVE: Ramp = {
  light: ['#9cc3df', '#2f7fb5', '#00487a', '#00223d'],
  dark: ['#22527a', '#3f8cc4', '#8cc9f3', '#e3f3ff'],
};
const POSITIVE: Ramp = {
  light: ['#e5cd8e', '#ae8413', '#6b4c00', '#332400'],
  dark: ['#5d4708', '#a07a16', '#e2b541', '#fff1cb'],
};
const ERROR: Ramp = {
  light: ['#f6d3c1', '#e58a5c', '#b03a00', '#4d1900'],
  dark: ['#4f2412', '#a34a1f', '#ff9463', '#ffe8dc'],
};

export const STEPS = 256;

/** Colours as canvas pixels (little endian RGBA): for magnitudes 0 to 1, of either sign. */
export interface Palette {
  readonly negative: Uint32Array;
  readonly positive: Uint32Array;
  readonly error: Uint32Array;
}

export function isDark([red, green, blue]: Rgb): boolean {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
}

/** @param ground the colour of zero */
export function paletteOn(ground: Rgb): Palette {
  const tone = isDark(ground) ? 'dark' : 'light';
  return {
    negative: ramp(ground, NEGATIVE[tone]),
    positive: ramp(ground, POSITIVE[tone]),
    error: ramp(ground, ERROR[tone]),
  };
}

export function rgbOf(pixel: number): Rgb {
  return [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255];
}

function ramp(ground: Rgb, stops: readonly string[]): Uint32Array {
  const anchors = [ground, ...stops.map(fromHex)].map(toOklab);
  const pixels = new Uint32Array(STEPS);
  for (let step = 0; step < STEPS; step += 1) {
    const place = (step / (STEPS - 1)) * (anchors.length - 1);
    const before = anchors[Math.min(anchors.length - 2, Math.floor(place))] as Rgb;
    const after = anchors[Math.min(anchors.length - 1, Math.floor(place) + 1)] as Rgb;
    const share = place - Math.min(anchors.length - 2, Math.floor(place));
    const mixed = before.map((value, at) => value + share * ((after[at] as number) - value));
    pixels[step] = toPixel(mixed as unknown as Rgb);
  }
  return pixels;
}

function fromHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** sRGB to Oklab (Ottosson 2020), where equal steps look equal. */
function toOklab([red, green, blue]: Rgb): Rgb {
  const linear = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toPixel([lightness, a, b]: Rgb): number {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const encode = (linear: number): number => {
    const share = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, share)));
  };
  const red = encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
}
