/** The line between two notes on any 2D canvas: a curve from the nearest edges, with a dot at each end. */
import { contains, type Rect } from '../geometry.ts';
import type { DrawingContext } from './context.ts';
import type { Palette } from './palette.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line as it runs: a cubic curve, board units. */
export interface LinkCurve {
  readonly from: Point;
  /** Where the curve bends towards after `from`, and before `to`. */
  readonly bends: readonly [Point, Point];
  readonly to: Point;
  /** The curve lies inside, its dots excepted. */
  readonly bounds: Rect;
}

/** Constant on screen, css pixels; the dot is a radius. */
const LINE = { px: 1.75, farPx: 1, dotPx: 4 } as const;
/** The ends lie this far outside the paper, board units. */
const OUTSIDE = 10;
/** How far the line runs straight out of an edge: a share of its length, board units at most. */
const BEND = { across: 0.5, beside: 0.18, most: 170, mostBeside: 44 } as const;
/** What it costs to leave an edge away from the other note, board units of detour. */
const BACKWARDS = 240;
/** So far from square to an edge, as a share of the way, a line still leaves it forwards: notes never lie quite level. */
const ASIDE = 0.2;
/** What it costs when a fifth of the line runs under other notes. */
const COVERED = 90;
/** Where along the line is looked what lies on it. */
const PROBES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Ways that are tried; the others are long detours. */
const MOST_WAYS = 6;
/** A line longer than this runs under other notes whichever way it goes, board units. */
const FAR = 1_600;

/** An edge of a note: its middle, a little outside, and the way out. */
interface Edge {
  readonly at: Point;
  readonly out: Point;
}

/** The right, lower, left and upper one. */
function edgesOf({ x, y, w, h }: Rect): readonly [Edge, Edge, Edge, Edge] {
  return [
    { at: { x: x + w + OUTSIDE, y: y + h / 2 }, out: { x: 1, y: 0 } },
    { at: { x: x + w / 2, y: y + h + OUTSIDE }, out: { x: 0, y: 1 } },
    { at: { x: x - OUTSIDE, y: y + h / 2 }, out: { x: -1, y: 0 } },
    { at: { x: x + w / 2, y: y - OUTSIDE }, out: { x: 0, y: -1 } },
  ];
}

/** A point of the curve. @param t - 0 at its beginning, 1 at its end. */
function along({ from, bends: [a, b], to }: LinkCurve, t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, u: number): number =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: mix(from.x, a.x, b.x, to.x), y: mix(from.y, a.y, b.y, to.y) };
}

function join(from: Edge, to: Edge): LinkCurve {
  const length = Math.hypot(to.at.x - from.at.x, to.at.y - from.at.y);
  const beside = from.out.x === to.out.x && from.out.y === to.out.y;
  const reach = beside
    ? Math.min(length * BEND.beside, BEND.mostBeside)
    : Math.min(length * BEND.across, BEND.most);
  const bend = ({ at, out }: Edge): Point => ({ x: at.x + out.x * reach, y: at.y + out.y * reach });
  const bends = [bend(from), bend(to)] as const;
  const xs = [from.at, ...bends, to.at].map(({ x }) => x);
  const ys = [from.at, ...bends, to.at].map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const bounds = { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
  return { from: from.at, bends, to: to.at, bounds };
}

/**
 * The line between two notes: the shortest way between two edges, rather through the gutters than under other notes.
 * @param isCovered - whether another note lies there; without it every way is as free.
 */
export function linkCurve(from: Rect, to: Rect, isCovered: (at: Point) => boolean = () => false): LinkCurve {
  const ends = (start: Edge, end: Edge): number => {
    const dx = end.at.x - start.at.x;
    const dy = end.at.y - start.at.y;
    const length = Math.hypot(dx, dy);
    const leaves = dx * start.out.x + dy * start.out.y < -ASIDE * length;
    const arrives = dx * end.out.x + dy * end.out.y > ASIDE * length;
    return length + (leaves ? BACKWARDS : 0) + (arrives ? BACKWARDS : 0);
  };
  const ways = edgesOf(from)
    .flatMap((start) => edgesOf(to).map((end) => ({ start, end, cost: ends(start, end) })))
    .filter(({ start, end }) => !contains(to, start.at) && !contains(from, end.at))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_WAYS);
  const [right] = edgesOf(from);
  const [, , left] = edgesOf(to);
  let best = { curve: join(right, left), cost: Infinity };
  for (const { start, end, cost } of ways) {
    // The others are longer than this one even if nothing lies on them.
    if (cost >= best.cost) break;
    const curve = join(start, end);
    const covered = cost > FAR ? 0 : PROBES.filter((t) => isCovered(along(curve, t))).length;
    const whole = cost + covered * COVERED;
    if (whole < best.cost) best = { curve, cost: whole };
  }
  return best.curve;
}

/** What one line looks like now. */
export interface LinkLook {
  /** Far away: a thin line without dots. */
  readonly thin: boolean;
  /** 0 to 1. */
  readonly opacity: number;
}

/**
 * Draws a line. The context is in board units; it is left with another fill and stroke.
 * @param zoom - css pixels per board unit.
 */
export function drawLink(
  ctx: DrawingContext,
  curve: LinkCurve,
  zoom: number,
  palette: Palette,
  { thin, opacity }: LinkLook,
): void {
  const {
    from,
    bends: [a, b],
    to,
  } = curve;
  ctx.globalAlpha = opacity;
  ctx.strokeStyle = palette.softInk;
  ctx.lineWidth = (thin ? LINE.farPx : LINE.px) / zoom;
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.bezierCurveTo(a.x, a.y, b.x, b.y, to.x, to.y);
  ctx.stroke();
  if (!thin) {
    ctx.fillStyle = palette.softInk;
    for (const end of [from, to]) {
      ctx.beginPath();
      ctx.arc(end.x, end.y, LINE.dotPx / zoom, 0, Math.PI * 2);
      ctx.fill();
    }
  }
  ctx.globalAlpha = 1;
}
