/** Walking over the board with the arrow keys: which note lies next in a direction. */
import type { Rect } from '@ruimte/shared/geometry';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much worse it is to lie aside than to lie further away. */
const ASIDE = 2;

/** Distance straight ahead and aside between the middles of two rectangles. */
function offset(
  from: Rect,
  to: Rect,
  direction: Direction,
): { readonly ahead: number; readonly aside: number } {
  const dx = to.x + to.w / 2 - from.x - from.w / 2;
  const dy = to.y + to.h / 2 - from.y - from.h / 2;
  switch (direction) {
    case 'left':
      return { ahead: -dx, aside: Math.abs(dy) };
    case 'right':
      return { ahead: dx, aside: Math.abs(dy) };
    case 'up':
      return { ahead: -dy, aside: Math.abs(dx) };
    case 'down':
      return { ahead: dy, aside: Math.abs(dx) };
  }
}

/** The candidate nearest in that direction, within 60 degrees of it; undefined when none lies there. */
export function nearestInDirection<T>(
  from: Rect,
  candidates: Iterable<readonly [T, Rect]>,
  direction: Direction,
): T | undefined {
  let best: T | undefined;
  let bestScore = Infinity;
  for (const [candidate, rect] of candidates) {
    const { ahead, aside } = offset(from, rect, direction);
    if (ahead <= 1 || aside > ahead * 1.74) continue;
    const score = ahead + aside * ASIDE;
    if (score >= bestScore) continue;
    best = candidate;
    bestScore = score;
  }
  return best;
}
