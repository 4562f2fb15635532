/**
 * A float32 as C's `%.9g` prints it: nine significant digits (enough to tell any two float32 apart), no trailing zeros, an
 * exponent below 1e-4 and from 1e9 on. With fewer digits, the same.
 */
export function formatFloat(value: number, digits = 9): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', exponentText = ''] = value.toExponential(digits - 1).split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 9) {
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${withoutTrailingZeros(mantissa)}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (exponent >= digits) return Number(value.toPrecision(digits)).toFixed(0);
  return withoutTrailingZeros(value.toFixed(digits - 1 - exponent));
}

/**
 * A computed float32: where four significant digits are exact, only those (-0.8, not -0.800000012), else nine. Either names
 * one float32 and no other.
 */
export function formatFloat32(value: number): string {
  const short = formatFloat(value, 4);
  return Math.fround(Number(short)) === value ? short : formatFloat(value);
}

/** Four significant digits, for places too narrow for nine; the exact figure must be near by. */
export function formatShort(value: number): string {
  return formatFloat(value, 4);
}

function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const counts = new Intl.NumberFormat('en');

/** A whole number with thousands separators. */
export function formatCount(value: number): string {
  return counts.format(value);
}

const BYTE_UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Bytes in SI units, three significant digits; below 10,000 the exact count. */
export function formatBytes(bytes: number): string {
  if (bytes < 10_000) return `${formatCount(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toPrecision(3)} ${BYTE_UNITS[unit]}`;
}

/** Decibels with one decimal; nothing lost is `∞ dB`. */
export function formatDecibels(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(1)} dB` : `${value > 0 ? '∞' : '-∞'} dB`;
}

/** At most `decimals` decimals, without trailing zeros. */
export function formatFixed(value: number, decimals: number): string {
  return withoutTrailingZeros(value.toFixed(decimals));
}

/** The minus sign of typeset mathematics; elsewhere numbers keep `-`, which programs can read back. */
export function mathMinus(text: string): string {
  return text.replaceAll('-', '\u2212');
}

/** `one weight`, `3 weights`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
