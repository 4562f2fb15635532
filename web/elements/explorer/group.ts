import { formatCount } from '../format.ts';
import { encodeSettings } from '../stepper/codec.ts';
import { WALK_LIMIT } from '../stepper/settings.ts';
import type { ExplorerGroup } from './events.ts';
import type { Shown } from './session.ts';

/** Where a group lies in the tensor: groups never cross a row. */
function groupRange(
  { result: { quantized } }: Shown,
  group: number,
): readonly [start: number, end: number] {
  const { groupSize, rowLength } = quantized;
  const perRow = Math.ceil(rowLength / groupSize);
  const row = Math.floor(group / perRow);
  const start = row * rowLength + (group % perRow) * groupSize;
  return [start, Math.min(start + groupSize, (row + 1) * rowLength)];
}

/**
 * A group as the stepper's attributes. Of a group with more weights than are walked one by one, the first are sent, with the
 * whole group's scale set by hand, so that their codes are those they have in the tensor.
 */
export function groupForStepper(shown: Shown, group: number): ExplorerGroup {
  const [start, end] = groupRange(shown, group);
  const { info, weights, settings, result } = shown;
  const whole = end - start <= WALK_LIMIT;
  const sent = weights.slice(start, whole ? end : start + WALK_LIMIT);
  const name = `Group ${formatCount(group + 1)} of ${info.name}`;
  return {
    title: whole
      ? name
      : `${name}: its first ${WALK_LIMIT} of ${formatCount(end - start)} weights, with the scale of the whole group`,
    tensor: info.name,
    group,
    start,
    attributes: encodeSettings({
      ...settings,
      weights: sent,
      groupSize: sent.length,
      customScale: whole ? null : (result.quantized.scales[group] ?? null),
      rowLength: null,
    }),
  };
}
