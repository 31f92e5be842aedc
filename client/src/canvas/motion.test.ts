import type { NoteId } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import { createMotion } from './motion.ts';

const ids = Array.from({ length: 40 }, (_, index) => String(index).padStart(22, '-') as NoteId);
const HERE = { x: 0, y: 0 };

test('notes turn over together, one a little after the other, and all within 600 ms', () => {
  const motion = createMotion(() => false);
  ids.forEach((id, place) => motion.turn(id, 1_000, place));
  const turnedAt = (now: number): number[] => ids.map((id) => motion.shown(id, HERE, now).turned);
  expect(turnedAt(1_000).every((turned) => turned === 0)).toBe(true);
  const [first = 0, second = 0] = turnedAt(1_200);
  expect(first).toBeGreaterThan(second);
  expect(turnedAt(1_600).every((turned) => turned === 1)).toBe(true);
  expect(motion.advance(1_600)).toBe(false);
  expect(motion.moving.size).toBe(0);
});

test('for whoever wants less motion they lie face up at once', () => {
  const motion = createMotion(() => true);
  for (const id of ids) motion.turn(id, 1_000, 0);
  expect(motion.moving.size).toBe(0);
});
