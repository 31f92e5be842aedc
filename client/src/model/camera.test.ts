import { describe, expect, it } from 'vitest';
import {
  between,
  type Camera,
  fit,
  keepInView,
  panBy,
  reveal,
  toBoard,
  toScreen,
  viewRect,
  zoomAt,
} from './camera.ts';

const size = { w: 1000, h: 800 };
const camera: Camera = { x: 100, y: 50, zoom: 0.5 };
const board = { x: 0, y: 0, w: 2400, h: 1860 };

describe('the camera', () => {
  it('goes from board to screen and back', () => {
    expect(toScreen(camera, { x: 300, y: 250 })).toEqual({ x: 100, y: 100 });
    expect(toBoard(camera, toScreen(camera, { x: 12, y: 34 }))).toEqual({ x: 12, y: 34 });
  });

  it('zooms around the pointer: what lies under it stays there', () => {
    const at = { x: 640, y: 200 };
    const under = toBoard(camera, at);
    const zoomed = zoomAt(camera, at, 1.3);
    expect(zoomed.zoom).toBe(1.3);
    expect(toScreen(zoomed, under).x).toBeCloseTo(at.x);
    expect(toScreen(zoomed, under).y).toBeCloseTo(at.y);
  });

  it('does not zoom without end', () => {
    expect(zoomAt(camera, { x: 0, y: 0 }, 1000).zoom).toBe(4);
    expect(zoomAt(camera, { x: 0, y: 0 }, 0).zoom).toBe(0.03);
  });

  it('pans by css pixels', () => {
    expect(panBy(camera, 10, -20)).toEqual({ x: 80, y: 90, zoom: 0.5 });
  });

  it('fits the whole board, in the room that is left', () => {
    const fitted = fit(board, size, { top: 0, right: 0, bottom: 0, left: 400 });
    expect(fitted.zoom).toBeCloseTo(600 / 2400);
    expect(toScreen(fitted, { x: 0, y: 930 })).toEqual({ x: 400, y: 400 });
  });

  it('gives a zone the asked share of the width, less when it is tall', () => {
    expect(fit({ x: 0, y: 0, w: 780, h: 100 }, size, undefined, 0.78).zoom).toBeCloseTo(1);
    expect(fit({ x: 0, y: 0, w: 780, h: 1600 }, size, undefined, 0.78).zoom).toBeCloseTo(0.5);
  });

  it('survives a view without size', () => {
    expect(Number.isFinite(fit(board, { w: 0, h: 0 }).zoom)).toBe(true);
  });

  it('never loses the board out of view', () => {
    const lost = keepInView({ x: 90_000, y: -90_000, zoom: 1 }, board, size);
    const view = viewRect(lost, size);
    expect(view.x).toBeLessThan(board.x + board.w);
    expect(view.y + view.h).toBeGreaterThan(board.y);
  });

  it('moves no further than needed to show a note', () => {
    const inView = { x: 400, y: 300, w: 224, h: 152 };
    expect(reveal(camera, inView, size)).toEqual(camera);
    const below = reveal(camera, { x: 400, y: 3000, w: 224, h: 152 }, size);
    expect(below.x).toBe(camera.x);
    expect(toScreen(below, { x: 400, y: 3152 }).y).toBeCloseTo(size.h - 24);
  });

  it('flies from one place to another and arrives exactly', () => {
    const to: Camera = { x: 900, y: 700, zoom: 1.5 };
    expect(between(camera, to, size, 0).x).toBeCloseTo(camera.x);
    expect(between(camera, to, size, 1).x).toBeCloseTo(to.x);
    expect(between(camera, to, size, 1).zoom).toBeCloseTo(1.5);
    expect(between(camera, { ...camera, x: 200 }, size, 0.5).x).toBeCloseTo(150);
  });
});
