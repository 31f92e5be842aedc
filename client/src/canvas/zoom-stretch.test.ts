import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Camera, zoomAt } from '../model/camera.ts';
import { createZoomStretch } from './zoom-stretch.ts';

const SIZE = { w: 900, h: 700 };
const MIDDLE = { x: 450, y: 350 };
const FIRST: Camera = { x: 100, y: 50, zoom: 0.2 };
const zoomed = (by: number): Camera => zoomAt(FIRST, MIDDLE, FIRST.zoom * by);

function createSlow() {
  const rested = vi.fn<() => void>();
  const stretch = createZoomStretch(rested);
  stretch.painted(FIRST);
  stretch.took(40);
  return { stretch, rested };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('lays the last picture so that every point of the board is where the camera has it', () => {
  const { stretch } = createSlow();
  const camera = zoomed(1.1);
  const to = stretch.to(camera, SIZE);
  const point = { x: 1_000, y: 800 };
  const before = { x: (point.x - FIRST.x) * FIRST.zoom, y: (point.y - FIRST.y) * FIRST.zoom };
  expect(before.x * (to?.scale ?? 0) + (to?.x ?? 0)).toBeCloseTo((point.x - camera.x) * camera.zoom);
  expect(before.y * (to?.scale ?? 0) + (to?.y ?? 0)).toBeCloseTo((point.y - camera.y) * camera.zoom);
});

it('has everything painted when painting is quick, when nobody zooms, and at first', () => {
  const quick = createZoomStretch(() => undefined);
  expect(quick.to(zoomed(1.1), SIZE)).toBeUndefined();
  quick.painted(FIRST);
  quick.took(4);
  expect(quick.to(zoomed(1.1), SIZE)).toBeUndefined();
  expect(createSlow().stretch.to({ ...FIRST, x: 120 }, SIZE)).toBeUndefined();
});

it('has everything painted before the picture becomes coarse or leaves an edge', () => {
  const { stretch } = createSlow();
  expect(stretch.to(zoomed(1.9), SIZE)).toBeDefined();
  expect(stretch.to(zoomed(2.1), SIZE)).toBeUndefined();
  expect(stretch.to(zoomed(0.8), SIZE)).toBeDefined();
  expect(stretch.to(zoomed(0.6), SIZE)).toBeUndefined();
});

it('paints once the zoom has rested, however often another frame asks meanwhile', () => {
  const { stretch, rested } = createSlow();
  stretch.to(zoomed(1.1), SIZE);
  vi.advanceTimersByTime(100);
  const camera = zoomed(1.2);
  stretch.to(camera, SIZE);
  vi.advanceTimersByTime(100);
  stretch.to(camera, SIZE);
  expect(rested).not.toHaveBeenCalled();
  vi.advanceTimersByTime(30);
  expect(rested).toHaveBeenCalledOnce();
  expect(stretch.to(camera, SIZE)).toBeUndefined();
});
