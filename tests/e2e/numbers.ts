import type { Quantizer } from 'groupwise';
import type { Locator } from 'playwright/test';
import { quantizeOptions } from '../../web/elements/options/settings.ts';
import { float32Text } from '../../web/elements/text/float32.ts';
import {
  formatDecibels,
  formatFixed,
  formatFloat32,
  formatShort,
} from '../../web/elements/text/format.ts';
import { type WalkTexts, walkSchema } from '../../web/elements/walk/settings.ts';

const NUMBER = /(?<![\w.])[-\u2212]?\d[\d,]*(?:\.\d+)?(?:e[-+]\d+)?/g;

/** Every number a person can see in a stepper: in its text, its fields, and its pictures. */
export async function visibleNumbers(stepper: Locator): Promise<string[]> {
  const texts = await stepper.evaluate((element) => {
    const seen: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Text) seen.push(node.data);
      if (node instanceof HTMLInputElement && node.type === 'text') seen.push(node.value);
      if (node instanceof HTMLTextAreaElement) seen.push(node.value);
      if (node instanceof Element) {
        const label = node.getAttribute('aria-label');
        if (label) seen.push(label);
        if (!node.checkVisibility({ checkOpacity: true }) && node !== element) return;
        if (node instanceof HTMLSelectElement) {
          seen.push(node.selectedOptions[0]?.text ?? '');
          return;
        }
      }
      for (const child of node.childNodes) visit(child);
    };
    if (element.shadowRoot) visit(element.shadowRoot);
    return seen;
  });
  return texts
    .filter((text) => !/^\s*@|\{/.test(text))
    .flatMap((text) => text.match(NUMBER) ?? [])
    .map((text) => text.replaceAll('\u2212', '-').replaceAll(',', ''));
}

/** Every number the library has to say about these settings, as the stepper prints numbers; and the settings themselves. */
export function libraryNumbers(quantizer: Quantizer, texts: Partial<WalkTexts>): Set<string> {
  const { state: settings } = walkSchema.decode(texts);
  const { weights } = settings;
  const options = quantizeOptions(settings);
  const { groups } = quantizer.trace(weights, options);
  const quantized = quantizer.quantize(weights, options);
  const measured = quantizer.measure(weights, quantized);
  const storage = quantizer.storage({
    length: weights.length,
    groupSize: settings.groupSize,
    bits: settings.bits,
    scale: settings.scale,
  });
  const last = groups[0]?.qmax ?? 0;
  const codes = groups.flatMap((group) => Array.from(group.codes));
  const computed = [
    ...groups.flatMap(({ exactScale, scale, quotients, rounded, recovered, errors, maxError }) => [
      ...[exactScale, scale, maxError],
      ...[quotients, rounded, recovered, errors].flatMap((values) => Array.from(values)),
    ]),
    measured.maxAbs,
    ...[storage.originalBytes, storage.codeBytes, storage.scaleBytes, storage.totalBytes],
  ].map(formatFloat32);
  const given = [...weights, ...groups.flatMap(({ absmax }) => [absmax, -absmax])].map(float32Text);
  const printed = [
    formatShort(measured.rmse),
    formatDecibels(measured.sqnrDb).replace(' dB', ''),
    formatFixed(storage.savedPercent, 2),
    formatFixed(storage.bitsPerWeight, 3),
    formatFixed(storage.ratio, 3),
  ];
  /** Names, not results: a weight's or a group's number, the codes beside a code, bits, the steps' numbers. */
  const counted = [
    ...weights.keys(),
    weights.length,
    storage.numGroups,
    quantized.groupSize,
    measured.zeroed,
    measured.clipped,
    ...codes.flatMap((code) => [code - 1, code, code + 1]),
    ...[-last, 0, last],
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 32],
  ].map(String);
  const custom = settings.customScale === null ? [] : [float32Text(settings.customScale)];
  return new Set([...computed, ...given, ...printed, ...counted, ...custom]);
}
