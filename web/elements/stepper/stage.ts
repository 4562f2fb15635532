import type { Walk, WalkedGroup, WalkedWeight } from '../walk/walk.ts';

/** How a step draws the number line. Between steps only these change, so every mark can travel to its new place. */
export interface Line {
  /** All weights on one line, or a lane for each group. */
  readonly lanes: 'together' | 'groups';
  /** One axis for all weights, or each group stretched to its own range of codes. */
  readonly axis: 'shared' | 'own';
  readonly labels: 'weights' | 'codes';
  /** Where the dots stand: at the weight (or its quotient, the same place on an own axis) or on their code. */
  readonly dots: 'weight' | 'code';
  /** Dots lie on the axis instead of hovering over it. */
  readonly fallen: boolean;
  readonly showAbsmax: boolean;
  readonly showGrid: boolean;
  /** Rings where the weights were. */
  readonly showGhosts: boolean;
}

export const LINE: Line = {
  lanes: 'groups',
  axis: 'shared',
  labels: 'weights',
  dots: 'weight',
  fallen: false,
  showAbsmax: false,
  showGrid: false,
  showGhosts: false,
};

export interface Lane {
  readonly group: WalkedGroup;
  /** Distance of the lane's axis from the top of the picture. */
  readonly baseline: number;
  /** What stands at the ends of the axis, in weights (shared axis) or codes (own axis). */
  readonly limit: number;
}

export interface Dot {
  readonly weight: WalkedWeight;
  readonly x: number;
  readonly y: number;
  readonly baseline: number;
  readonly ghostX: number;
}

export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly dots: readonly Dot[];
  /** Of a dot; those of many weights are too small for their numbers. */
  readonly radius: number;
}

const RADIUS = 8;
const SMALL_RADIUS = 4.5;
/** From more weights than this on, dots are small. */
const MANY = 64;
const MARGIN = 20;
const LABELS = 24;
/** Room beyond the largest weight on the shared axis, so that it can be dragged outwards. */
const HEADROOM = 1.12;

/** From a share of the axis (-1..1) to a place in the picture; what lies outside is held at the edge. */
export function xOf(share: number, width: number): number {
  const held = Math.max(-1, Math.min(1, Number.isFinite(share) ? share : Math.sign(share)));
  return width / 2 + held * (width / 2 - MARGIN);
}

/** The reverse of {@link xOf}. */
export function shareAt(x: number, width: number): number {
  return Math.max(-1, Math.min(1, (x - width / 2) / (width / 2 - MARGIN)));
}

export function sharedLimit(walk: Walk): number {
  const largest = Math.max(0, ...walk.groups.map((group) => group.trace.absmax));
  return largest > 0 ? largest * HEADROOM : 1;
}

/** The codes a lane shows: all there are, and as far again where weights were clipped. */
function ownLimit(group: WalkedGroup, largestCode: number): number {
  const furthest = Math.max(0, ...group.trace.quotients.map(Math.abs));
  return Math.max(largestCode, Math.min(furthest, 2 * largestCode)) * 1.04;
}

export function layOut(
  walk: Walk,
  line: Line,
  width: number,
  largestCode: number,
  limit: number,
): Stage {
  const count = Math.max(1, walk.groups.length);
  const laneHeight = count <= 2 ? 112 : count <= 4 ? 84 : 60;
  const height = count * laneHeight;
  const lanes = walk.groups.map((group, index): Lane => {
    const bottom = line.lanes === 'groups' ? (index + 1) * laneHeight : (height + laneHeight) / 2;
    return {
      group,
      baseline: bottom - LABELS,
      limit: line.axis === 'shared' ? limit : ownLimit(group, largestCode),
    };
  });
  const radius = walk.weights.length > MANY ? SMALL_RADIUS : RADIUS;
  const room = laneHeight - LABELS - radius - 4;
  const dots =
    line.lanes === 'groups'
      ? lanes.flatMap((lane) => placeDots(lane.group.weights, lane, line, width, room, radius))
      : placeDots(walk.weights, lanes[0], line, width, room, radius);
  return { width, height, lanes, dots, radius };
}

function placeDots(
  weights: readonly WalkedWeight[],
  lane: Lane | undefined,
  line: Line,
  width: number,
  room: number,
  radius: number,
): Dot[] {
  if (!lane) return [];
  const { baseline, limit } = lane;
  const places = weights.map((weight) => {
    const own = line.axis === 'own';
    const from = xOf((own ? weight.quotient : weight.weight) / limit, width);
    const x = line.dots === 'code' ? xOf(weight.code / limit, width) : from;
    return { weight, x, ghostX: from };
  });
  const levels = stack(
    places.map((place) => place.x),
    2 * radius + 1,
  );
  const lowest = line.fallen ? 0 : 20;
  const step = Math.min(2 * radius + 1, (room - lowest) / Math.max(1, ...levels));
  return places.map((place, index) => ({
    ...place,
    baseline,
    y: baseline - lowest - (levels[index] ?? 0) * step,
  }));
}

/** The level of each dot, so that dots at nearly the same place are stacked, not hidden. */
function stack(xs: readonly number[], apart: number): number[] {
  const order = xs.map((_, index) => index).sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b);
  const lastAt: number[] = [];
  const levels = xs.map(() => 0);
  for (const index of order) {
    const x = xs[index] ?? 0;
    let level = lastAt.findIndex((last) => x - last >= apart);
    if (level < 0) level = lastAt.length;
    lastAt[level] = x;
    levels[index] = level;
  }
  return levels;
}
