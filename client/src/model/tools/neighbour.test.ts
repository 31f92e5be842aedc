import { expect, it } from 'vitest';
import { nearestInDirection } from './neighbour.ts';

const rect = (x: number, y: number) => ({ x, y, w: 200, h: 100 });

it('finds the nearest in a direction, rather straight ahead than aside', () => {
  const candidates = [
    ['right', rect(260, 10)],
    ['far right', rect(600, 0)],
    ['diagonal', rect(210, 160)],
    ['below', rect(10, 150)],
  ] as const;
  expect(nearestInDirection(rect(0, 0), candidates, 'right')).toBe('right');
  expect(nearestInDirection(rect(0, 0), candidates, 'down')).toBe('below');
  expect(nearestInDirection(rect(0, 0), candidates, 'left')).toBeUndefined();
});

it('does not find itself', () => {
  expect(nearestInDirection(rect(0, 0), [['self', rect(0, 0)]], 'up')).toBeUndefined();
});
