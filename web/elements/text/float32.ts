import { float32Text } from 'groupwise/options';

export { float32Text, parseFloat32 } from 'groupwise/options';

export function float32ListText(values: Iterable<number>): string {
  return Array.from(values, float32Text).join(', ');
}
