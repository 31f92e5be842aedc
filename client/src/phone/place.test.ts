import { NOTE_SIZE, SLOT, ZONE_SIZE } from '@ruimte/shared/projection/layout';
import { valueOf } from '@ruimte/shared/projection/scale';
import { expect, test } from 'vitest';
import { layAt, whereabouts } from './place.ts';

const SIZE = { w: ZONE_SIZE.w, h: ZONE_SIZE.h };

test('[P5] a note lies on a scale at its value, in the first row where it covers nothing', () => {
  const first = layAt('scale', SIZE, { x: 0.5 }, []);
  const second = layAt('scale', SIZE, { x: 0.5 }, [first]);
  const aside = layAt('scale', SIZE, { x: 1 }, [first, second]);
  expect([first, second].map((note) => valueOf({ kind: 'scale' }, SIZE, note).x)).toEqual([0.5, 0.5]);
  expect(second.y - first.y).toBe(SLOT.pitchY);
  expect(aside.y).toBe(first.y);
});

test('[P5] any two values on a scale end up apart', () => {
  const laid: { x: number; y: number }[] = [];
  for (let step = 0; step <= 20; step += 1) laid.push(layAt('scale', SIZE, { x: step / 20 }, laid));
  for (const [index, note] of laid.entries()) {
    for (const other of laid.slice(0, index)) {
      const covers = Math.abs(note.x - other.x) < NOTE_SIZE.w && Math.abs(note.y - other.y) < NOTE_SIZE.h;
      expect(covers).toBe(false);
    }
  }
});

test('[P5] a note lies in a quadrant where it was put, whatever lies there', () => {
  const wanted = { x: 0.25, y: 0.75 };
  const first = layAt('quadrant', SIZE, wanted, []);
  expect(layAt('quadrant', SIZE, wanted, [first])).toEqual(first);
  const { x, y = 0 } = valueOf({ kind: 'quadrant' }, SIZE, first);
  expect([x, y].map((value) => value.toFixed(2))).toEqual(['0.25', '0.75']);
});

test('words say on which side of the middle something lies', () => {
  expect([0, 0.2, 0.5, 0.8, 1].map(whereabouts)).toEqual(['low', 'nearLow', 'middle', 'nearHigh', 'high']);
});
