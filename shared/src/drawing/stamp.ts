/** Stamps: an svg path turned into canvas calls once, so that page and server need no Path2D. */
import type { DrawingContext } from './context.ts';

type Step =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['A', number, number, number, number, number, boolean]
  | readonly ['Z'];

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The side of the square in which the paths are drawn. */
const STAMP_UNITS = 24;
const TOKEN = /[a-zA-Z]|-?(?:\d*\.\d+|\d+)/g;
const parsed = new Map<string, readonly Step[]>();

/** A circular arc between two points as centre and angles (SVG 1.1, appendix F.6.5, with equal radii). */
function arcStep(from: Point, to: Point, radius: number, large: boolean, sweep: boolean): Step {
  const halfX = (from.x - to.x) / 2;
  const halfY = (from.y - to.y) / 2;
  const half = Math.hypot(halfX, halfY);
  const r = Math.max(radius, half);
  const away = (Math.sqrt(Math.max(0, r * r - half * half)) / (half || 1)) * (large === sweep ? -1 : 1);
  const cx = (from.x + to.x) / 2 + away * halfY;
  const cy = (from.y + to.y) / 2 - away * halfX;
  const angle = (point: Point): number => Math.atan2(point.y - cy, point.x - cx);
  return ['A', cx, cy, r, angle(from), angle(to), !sweep];
}

/** Reads the few commands our stamps use: M L H V C A Z, absolute and relative. */
function parsePath(path: string): readonly Step[] {
  const tokens = path.match(TOKEN) ?? [];
  const steps: Step[] = [];
  let at: Point = { x: 0, y: 0 };
  let start = at;
  let command = 'M';
  let index = 0;
  const number = (): number => Number(tokens[index++] ?? 0);
  while (index < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[index] ?? '')) command = tokens[index++] ?? 'Z';
    const from = at;
    const base = command === command.toLowerCase() ? from : { x: 0, y: 0 };
    const point = (): Point => ({ x: base.x + number(), y: base.y + number() });
    switch (command.toUpperCase()) {
      case 'M':
        at = point();
        start = at;
        steps.push(['M', at.x, at.y]);
        // Further pairs after a move are lines.
        command = command === 'm' ? 'l' : 'L';
        break;
      case 'L':
        at = point();
        steps.push(['L', at.x, at.y]);
        break;
      case 'H':
        at = { x: base.x + number(), y: from.y };
        steps.push(['L', at.x, at.y]);
        break;
      case 'V':
        at = { x: from.x, y: base.y + number() };
        steps.push(['L', at.x, at.y]);
        break;
      case 'C': {
        const a = point();
        const b = point();
        at = point();
        steps.push(['C', a.x, a.y, b.x, b.y, at.x, at.y]);
        break;
      }
      case 'A': {
        const radius = number();
        number();
        number();
        const large = number() === 1;
        const sweep = number() === 1;
        at = point();
        steps.push(arcStep(from, at, radius, large, sweep));
        break;
      }
      case 'Z':
        at = start;
        steps.push(['Z']);
        break;
      default:
        throw new Error(`A stamp's path has an unknown command: ${command}`);
    }
  }
  return steps;
}

/**
 * Fills a stamp in the current fill style.
 * @param path - svg path in 24 units.
 * @param x - left edge in the units of the context, like `y` and `size`.
 */
export function fillStamp(ctx: DrawingContext, path: string, x: number, y: number, size: number): void {
  if (path === '') return;
  const steps = parsed.get(path) ?? parsePath(path);
  parsed.set(path, steps);
  const k = size / STAMP_UNITS;
  ctx.beginPath();
  for (const step of steps) {
    switch (step[0]) {
      case 'M':
        ctx.moveTo(x + step[1] * k, y + step[2] * k);
        break;
      case 'L':
        ctx.lineTo(x + step[1] * k, y + step[2] * k);
        break;
      case 'C': {
        const [, ax, ay, bx, by, ex, ey] = step;
        ctx.bezierCurveTo(x + ax * k, y + ay * k, x + bx * k, y + by * k, x + ex * k, y + ey * k);
        break;
      }
      case 'A':
        ctx.arc(x + step[1] * k, y + step[2] * k, step[3] * k, step[4], step[5], step[6]);
        break;
      case 'Z':
        ctx.closePath();
        break;
    }
  }
  ctx.fill('evenodd');
}
