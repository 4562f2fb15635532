import { quoted } from './reading.ts';

/** The shortest decimal text that {@link parseFloat32} reads back to the same float32 bits (`-0` included). */
export function float32Text(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const single = Math.fround(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const text = single.toPrecision(digits);
    if (Math.fround(Number(text)) === single) return String(Number(text));
  }
  return String(Number(single.toPrecision(9)));
}

/** The float32 nearest to a decimal text; undefined where it is not a finite float32. */
export function parseFloat32(text: string): number | undefined {
  const plain = text.trim().replaceAll('\u2212', '-');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)) return undefined;
  const single = Math.fround(Number(plain));
  return Number.isFinite(single) ? single : undefined;
}

/** Says in a few words why a text is not a finite float32. */
export function whyNotFloat32(text: string): string {
  const plain = text.trim();
  if (plain === '') return 'a number is missing here';
  if (/^[-+\u2212]?(nan|inf(inity)?)$/i.test(plain))
    return `${quoted(plain)} is not a finite number`;
  if (Number.isFinite(Number(plain.replaceAll('\u2212', '-')))) {
    return `${quoted(plain)} is too large for float32 (at most 3.4e38)`;
  }
  return `${quoted(plain)} is not a number`;
}
