import { float32Text } from '../text/float32.ts';
import { plural } from '../text/format.ts';
import type { Settings } from '../walk/settings.ts';

const ROUNDING_NAMES = {
  'half-away': 'rounded half away from zero',
  'half-even': 'rounded half to even',
  truncate: 'truncated',
} as const;

/** A side by what it does, and in what else it differs from the other: “groups of 4, 4 bits”. */
export function sideName(settings: Settings, other: Settings): string {
  const parts = [groupName(settings)];
  if (settings.customScale !== null)
    parts.push(`scale ${float32Text(settings.customScale)} by hand`);
  if (settings.bits !== other.bits) parts.push(plural(settings.bits, 'bit'));
  if (settings.rounding !== other.rounding) parts.push(ROUNDING_NAMES[settings.rounding]);
  const [scale, otherScale] = [scaleName(settings), scaleName(other)];
  if (scale !== otherScale) parts.push(scale);
  return parts.join(', ');
}

function groupName({ groupSize }: Settings): string {
  if (groupSize === 'tensor') return 'one scale for all';
  return groupSize === 'row' ? 'one scale a row' : `groups of ${groupSize}`;
}

function scaleName({ scale }: Settings): string {
  if (typeof scale === 'string') return `${scale} scales`;
  return `scales of ${plural(scale.digits, 'digit')}`;
}

/** How many times as large one figure is as a smaller one, to three digits: 3600, 254, 1.5. */
export function times(larger: number, smaller: number): string {
  const ratio = larger / smaller;
  const rounded = Number(ratio.toPrecision(3));
  if (rounded >= 1e9) return `${ratio.toExponential(1)} times`;
  return `${rounded.toLocaleString('en', { maximumSignificantDigits: 3 })} times`;
}
