import { describe, expect, it } from 'vitest';
import { foldNote, sheetOf } from '../../../web/elements/raster/image-grid.ts';
import { Pace } from '../../../web/elements/raster/pace.ts';
import { paintErrors, paintSigned } from '../../../web/elements/raster/paint.ts';
import { paletteOn, type Rgb } from '../../../web/elements/raster/palette.ts';
import { peaksOf } from '../../../web/elements/raster/peaks.ts';
import {
  clampView,
  isWhole,
  panView,
  revealPlace,
  viewText,
  weightAt,
  wholeView,
  zoomView,
} from '../../../web/elements/raster/view.ts';

const pace = () => new Pace(new AbortController().signal);

describe('the sheet', () => {
  it('has a line for each row', () => {
    expect(sheetOf(4096 * 4096, 4096)).toMatchObject({
      columns: 4096,
      lines: 4096,
      linesPerRow: 1,
    });
    expect(foldNote(sheetOf(12, 4))).toBeNull();
  });

  it('folds what would be a thread', () => {
    const bias = sheetOf(4096, 4096);
    expect(bias).toMatchObject({ columns: 64, lines: 64 });
    expect(foldNote(bias)).toBe('Each row is folded into 64 lines of the picture.');
    const kernels = sheetOf(512 * 9, 9);
    expect(kernels.columns % 9).toBe(0);
    expect(foldNote(kernels)).toMatch(/^Each line of the picture is \d+ rows\.$/);
    const prime = sheetOf(7919, 7919);
    expect(prime.columns).toBe(89);
    expect(prime.lines * prime.columns).toBeGreaterThanOrEqual(7919);
  });

  it('is defined for nothing and for one weight', () => {
    expect(sheetOf(0, 1)).toMatchObject({ columns: 1, lines: 0 });
    expect(sheetOf(1, 1)).toMatchObject({ columns: 1, lines: 1 });
  });
});

describe('the view', () => {
  const sheet = sheetOf(1000 * 2000, 2000);

  it('starts with all of it', () => {
    expect(wholeView(sheet)).toEqual({ column: 0, line: 0, across: 2000 });
    expect(isWhole(wholeView(sheet), sheet)).toBe(true);
    expect(wholeView(sheetOf(800 * 200, 200))).toMatchObject({ across: 800, column: -300 });
  });

  it('zooms about a point, and out again', () => {
    const view = zoomView(wholeView(sheet), sheet, 10, 0.25, 0.5);
    expect(view.across).toBe(200);
    expect(view.column + 0.25 * view.across).toBeCloseTo(500);
    expect(view.line + 0.5 * view.across * 0.5).toBeCloseTo(500);
    expect(zoomView(view, sheet, 1e-9)).toEqual(wholeView(sheet));
    expect(zoomView(view, sheet, 1e9).across).toBe(4);
  });

  it('stays on the sheet', () => {
    const view = clampView({ column: 0, line: 0, across: 100 }, sheet);
    expect(panView(view, sheet, -5, -5)).toEqual(view);
    expect(panView(view, sheet, 1e9, 1e9)).toEqual({ column: 1900, line: 950, across: 100 });
  });

  it('moves no more than it must to show a place', () => {
    const view = clampView({ column: 100, line: 100, across: 100 }, sheet);
    expect(revealPlace(view, sheet, 150, 120)).toEqual(view);
    expect(revealPlace(view, sheet, 250, 120)).toEqual({ ...view, column: 151 });
    expect(revealPlace(view, sheet, 150, 20)).toEqual({ ...view, line: 20 });
  });

  it('knows the weight under a point', () => {
    const view = clampView({ column: 100, line: 100, across: 100 }, sheet);
    expect(weightAt(view, sheet, 0, 0)).toBe(100 * 2000 + 100);
    expect(
      weightAt(wholeView(sheetOf(800 * 200, 200)), sheetOf(800 * 200, 200), 0.1, 0.5),
    ).toBeNull();
  });

  it('round-trips through text', () => {
    const view = clampView({ column: 1234.5, line: 17.25, across: 96 }, sheet);
    const text = viewText.write(view) ?? '';
    expect(viewText.read(text)).toEqual({ value: view });
    for (const wrong of ['', '1 2', '1 2 x', '1 2 0', '1 2 3 4', 'NaN 1 1', '1 2 1e999']) {
      expect(viewText.read(wrong), wrong).toHaveProperty('problem');
    }
  });
});

describe('the picture', () => {
  const weights = Float32Array.from({ length: 64 }, (_, index) => (index % 2 ? -1 : 1) * index);
  const recovered = weights.map((weight) => weight + 0.5);
  const sheet = sheetOf(64, 8);
  const whole = wholeView(sheet);

  it('shows each weight as it is when there is room', async () => {
    const frame = { sheet, view: whole, width: 8, height: 8 };
    expect(await peaksOf('weights', { weights, recovered }, frame, pace())).toEqual(weights);
    const large = { ...frame, width: 16, height: 16 };
    const peaks = await peaksOf('recovered', { weights, recovered }, large, pace());
    expect([peaks[0], peaks[1], peaks[2], peaks[32]]).toEqual([0.5, 0.5, -0.5, 8.5]);
  });

  it('shows the largest magnitude of the weights under a pixel, with its sign', async () => {
    const frame = { sheet, view: whole, width: 2, height: 2 };
    const peaks = await peaksOf('weights', { weights, recovered }, frame, pace());
    expect([...peaks]).toEqual([-27, -31, -59, -63]);
    const errors = await peaksOf('error', { weights, recovered }, frame, pace());
    expect([...errors]).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it('sees every weight, whatever the number of pixels', async () => {
    for (const width of [3, 5, 7]) {
      for (let at = 0; at < 64; at += 1) {
        const one = new Float32Array(64);
        one[at] = -9;
        const frame = { sheet, view: whole, width, height: width };
        const peaks = await peaksOf('weights', { weights: one, recovered }, frame, pace());
        expect(
          peaks.filter((peak) => peak === -9),
          `${at} on ${width}`,
        ).toHaveLength(1);
      }
    }
  });

  it('leaves what is outside empty', async () => {
    const short = sheetOf(60, 8);
    const frame = { sheet: short, view: wholeView(short), width: 8, height: 8 };
    const peaks = await peaksOf('weights', { weights, recovered }, frame, pace());
    expect([...peaks].filter(Number.isNaN)).toHaveLength(4);
    const pixels = paintSigned(peaks, 63, paletteOn([255, 255, 255]));
    expect([...pixels.slice(-4)]).toEqual([0, 0, 0, 0]);
  });
});

describe('the colours', () => {
  it.each([[[251, 250, 246]], [[22, 24, 27]]] as Rgb[][])(
    'on %j start at the ground and only ever get stronger',
    (ground) => {
      const palette = paletteOn(ground);
      for (const ramp of Object.values(palette)) {
        const [red, green, blue] = new Uint8Array(ramp.buffer as ArrayBuffer);
        expect([red, green, blue]).toEqual([...ground]);
        const levels = Array.from(ramp, luminance);
        const up = (levels.at(-1) ?? 0) > (levels[0] ?? 0);
        for (let at = 1; at < levels.length; at += 1) {
          const step = (levels[at] ?? 0) - (levels[at - 1] ?? 0);
          expect(up ? step : -step).toBeGreaterThan(-0.012);
        }
      }
    },
  );

  it('tell the sign, and an error of nothing from any', () => {
    const palette = paletteOn([255, 255, 255]);
    const pixels = new Uint32Array(
      paintSigned(Float32Array.of(-9, -1, 0, 1, 9), 1, palette).buffer,
    );
    expect(pixels[0]).toBe(pixels[1]);
    expect(pixels[3]).toBe(pixels[4]);
    expect(pixels[1]).not.toBe(pixels[3]);
    expect(pixels[2]).toBe(0xffffffff);
    const errors = new Uint32Array(
      paintErrors(Float32Array.of(0, 1e-5, 1e-3, 2), 1, palette).buffer,
    );
    expect(errors[0]).toBe(0xffffffff);
    expect(errors[1]).toBe(0xffffffff);
    expect(errors[2]).not.toBe(0xffffffff);
    expect(errors[3]).toBe(palette.error.at(-1));
  });
});

function luminance(pixel: number): number {
  const linear = (byte: number): number => ((byte / 255 + 0.055) / 1.055) ** 2.4;
  return (
    0.2126 * linear(pixel & 255) +
    0.7152 * linear((pixel >>> 8) & 255) +
    0.0722 * linear((pixel >>> 16) & 255)
  );
}
