import type { GroupWeights } from '../tensors/protocol.ts';
import type { Shown } from '../tensors/session.ts';
import { formatCount } from '../text/format.ts';
import { walkSchema } from '../walk/settings.ts';
import type { ExplorerGroup } from './events.ts';

/**
 * A group as the stepper's attributes. Of a group with more weights than are walked one by one, a part is sent, with the
 * whole group's scale set by hand, so that their codes are those they have in the tensor.
 */
export function groupForStepper({ settings, result }: Shown, part: GroupWeights): ExplorerGroup {
  const { group, start, end, first, weights, scale } = part;
  const whole = weights.length === end - start;
  const name = `Group ${formatCount(group + 1)} of ${result.tensor.name}`;
  const from = formatCount(first - start + 1);
  const to = formatCount(first - start + weights.length);
  return {
    title: whole
      ? name
      : `${name}: weights ${from} to ${to} of its ${formatCount(end - start)}, with the scale of the whole group`,
    tensor: result.tensor.name,
    group,
    start: first,
    attributes: walkSchema.encode({
      ...settings,
      weights,
      groupSize: weights.length,
      customScale: whole ? null : scale,
      rowLength: null,
    }),
  };
}
