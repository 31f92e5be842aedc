import { PALETTES } from '@ruimte/shared/drawing/palette';
import type { Rect } from '@ruimte/shared/geometry';
import { expect, it } from 'vitest';
import { type BoardSurface, createBoardPainter } from './board-painter.ts';
import type { Frame } from './paint.ts';
import type { LayerName } from './scene.ts';

const ALL = new Set<LayerName>(['zones', 'notes', 'hand', 'overlay']);
const NONE = new Set<LayerName>();
const IN_VIEW: Rect = { x: 10, y: 10, w: 100, h: 100 };
const ELSEWHERE: Rect = { x: 9_000, y: 10, w: 100, h: 100 };

const RECTS = new Map();

/** A painter of an empty board, and what it had drawn. */
function createEasel(change: Partial<Frame> = {}) {
  let frame = {
    scene: { motion: { moving: new Set() }, rects: () => RECTS },
    carried: { ids: new Set(), dx: 0, dy: 0 },
    selected: new Set(),
    onWall: false,
    enlarged: new Set(),
    heldByOthers: new Map(),
    picked: undefined,
    lasso: undefined,
    palette: PALETTES.light,
    camera: { x: 0, y: 0, zoom: 1 },
    size: { w: 800, h: 600 },
    ...change,
  } as unknown as Frame;
  const drawn: string[] = [];
  const painter = createBoardPainter(
    () => frame,
    () => undefined,
  );
  const surface: BoardSurface = {
    draw: (layer, areas) => void drawn.push(areas === undefined ? layer : `${layer} ${areas.length}`),
    stretch: () => undefined,
  };
  painter.attach(surface);
  return {
    painter,
    show: (layers: ReadonlySet<LayerName>, areas: readonly Rect[] = []) => {
      drawn.length = 0;
      painter.show(layers, areas);
      return [...drawn];
    },
    become: (next: Partial<Frame>) => {
      frame = { ...frame, ...next };
    },
  };
}
const nothing = {
  save: () => undefined,
  restore: () => undefined,
  scale: () => undefined,
  translate: () => undefined,
};

it('paints of the notes only what changed in view', () => {
  const { painter, show } = createEasel();
  expect(show(NONE, [IN_VIEW, ELSEWHERE])).toEqual(['notes 1']);
  expect(show(NONE, [ELSEWHERE])).toEqual([]);
  painter.close();
});

it('leaves a layer alone that is blank and stays so, and paints it when something comes and when it goes', () => {
  const { painter, show, become } = createEasel();
  expect(show(new Set(['overlay']))).toEqual(['overlay']);
  painter.paint('overlay', nothing as never);
  expect(show(new Set(['overlay']))).toEqual([]);
  become({ lasso: IN_VIEW });
  expect(show(new Set(['overlay']))).toEqual(['overlay']);
  painter.close();
});

it('paints every layer that is asked for', () => {
  const { painter, show } = createEasel();
  expect(show(ALL)).toEqual(['zones', 'notes', 'hand', 'overlay']);
  painter.close();
});
