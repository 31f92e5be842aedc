import { expect, it } from 'vitest';
import type { DrawingContext } from './context.ts';
import { PAPERS } from './palette.ts';
import { fillStamp } from './stamp.ts';

/** Records the points a stamp passes through. */
function record(path: string, size: number): { readonly xs: number[]; readonly ys: number[] } {
  const xs: number[] = [];
  const ys: number[] = [];
  const point = (x: number, y: number): void => {
    xs.push(x);
    ys.push(y);
  };
  const ctx = {
    beginPath: () => undefined,
    closePath: () => undefined,
    fill: () => undefined,
    moveTo: point,
    lineTo: point,
    bezierCurveTo: (_a: number, _b: number, _c: number, _d: number, x: number, y: number) => point(x, y),
    arc: (x: number, y: number, r: number, from: number, to: number) => {
      point(x + r * Math.cos(from), y + r * Math.sin(from));
      point(x + r * Math.cos(to), y + r * Math.sin(to));
    },
  };
  fillStamp(ctx as unknown as DrawingContext, path, 0, 0, size);
  return { xs, ys };
}

it('draws every stamp inside its square', () => {
  for (const paper of PAPERS) {
    const { xs, ys } = record(paper.path, 24);
    const outside = [...xs, ...ys].filter((value) => value < -0.01 || value > 24.01);
    expect({ stamp: paper.stamp, outside, drawn: xs.length > 2 }).toEqual({
      stamp: paper.stamp,
      outside: [],
      drawn: true,
    });
  }
});

it('scales with the size asked for', () => {
  const square = PAPERS.find((paper) => paper.stamp === 'vierkant');
  expect(record(square?.path ?? '', 48)).toEqual({ xs: [6, 42, 42, 6], ys: [6, 6, 42, 42] });
});
