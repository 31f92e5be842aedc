import { describe, expect, it } from 'vitest';
import { contains, type Rect } from '../geometry.ts';
import { NOTE_SIZE } from '../projection/layout.ts';
import { linkCurve } from './draw-link.ts';

const noteAt = (x: number, y: number): Rect => ({ x, y, ...NOTE_SIZE });
const { w, h } = NOTE_SIZE;

describe('a line between two notes', () => {
  it('runs from the nearest edges, ten outside the paper, and leaves them straight', () => {
    const right = linkCurve(noteAt(0, 0), noteAt(600, 100));
    expect(right.from).toEqual({ x: w + 10, y: h / 2 });
    expect(right.to).toEqual({ x: 590, y: 100 + h / 2 });
    expect(right.bends[0].y).toBe(right.from.y);
    expect(right.bends[1].y).toBe(right.to.y);
    expect(right.bends[0].x).toBeGreaterThan(right.from.x);

    const down = linkCurve(noteAt(0, 0), noteAt(40, 500));
    expect(down.from).toEqual({ x: w / 2, y: h + 10 });
    expect(down.to).toEqual({ x: 40 + w / 2, y: 490 });
  });

  it('is the same line from whichever end it was drawn', () => {
    for (const [x, y] of [
      [600, 100],
      [-500, 20],
      [60, 700],
      [236, 0],
      [400, -420],
    ] as const) {
      const there = linkCurve(noteAt(0, 0), noteAt(x, y));
      const back = linkCurve(noteAt(x, y), noteAt(0, 0));
      expect([back.to, back.from]).toEqual([there.from, there.to]);
    }
  });

  it('goes around by the gutter when two notes lie side by side', () => {
    const curve = linkCurve(noteAt(0, 0), noteAt(236, 0));
    expect(curve.from).toEqual({ x: w / 2, y: h + 10 });
    expect(curve.to).toEqual({ x: 236 + w / 2, y: h + 10 });
  });

  it('takes another way when a note lies on the shortest', () => {
    const between = noteAt(236, 0);
    const isCovered = (at: { readonly x: number; readonly y: number }): boolean => contains(between, at);
    expect(linkCurve(noteAt(0, 0), noteAt(472, 0)).from.x).toBe(w + 10);
    // Also when the two do not lie quite level.
    for (const y of [0, 9, -9]) {
      const around = linkCurve(noteAt(0, 0), noteAt(472, y), isCovered);
      expect(around.from).toEqual({ x: w / 2, y: h + 10 });
      expect(around.to).toEqual({ x: 472 + w / 2, y: y + h + 10 });
    }
  });

  it('lies inside its bounds, and is there also when one note lies on the other', () => {
    const near = linkCurve(noteAt(0, 0), noteAt(30, 20));
    for (const { x, y } of [near.from, near.to, ...near.bends]) {
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      expect(contains(near.bounds, { x, y })).toBe(true);
    }
  });
});
