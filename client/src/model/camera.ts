/** The camera over the board: which part is in view and how large. Pure arithmetic. */
import { type BoardPoint, clamp, type Rect, type ScreenPoint } from '@ruimte/shared/geometry';

/** `x`, `y`: the board point in the upper left corner of the screen; `zoom`: css pixels per board unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The size of the board's element, css pixels. */
export interface ViewSize {
  readonly w: number;
  readonly h: number;
}

/** Room along the edges of the view that is covered by something else, css pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
const MIN_ZOOM = 0.03;
const MAX_ZOOM = 4;
/** One press on + or -. */
export const ZOOM_STEP = 1.25;
/** How much of the board stays in view whichever way it is pushed, css pixels. */
const KEPT_PX = 96;

export function toScreen(camera: Camera, point: BoardPoint): ScreenPoint {
  return { x: (point.x - camera.x) * camera.zoom, y: (point.y - camera.y) * camera.zoom };
}

export function toBoard(camera: Camera, point: ScreenPoint): BoardPoint {
  return { x: point.x / camera.zoom + camera.x, y: point.y / camera.zoom + camera.y };
}

/** The part of the board that is in view. */
export function viewRect(camera: Camera, size: ViewSize): Rect {
  return { x: camera.x, y: camera.y, w: size.w / camera.zoom, h: size.h / camera.zoom };
}

/** Moves the picture by so many css pixels. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom, zoom: camera.zoom };
}

/** Zooms while the board point under `at` stays where it is. */
export function zoomAt(camera: Camera, at: ScreenPoint, zoom: number): Camera {
  const next = clamp(zoom, MIN_ZOOM, MAX_ZOOM);
  const point = toBoard(camera, at);
  return { x: point.x - at.x / next, y: point.y - at.y / next, zoom: next };
}

/**
 * The camera that shows the whole rectangle in the middle of the view.
 * @param share - how much of the free width the rectangle may take, 0 to 1; of the height it may take all.
 */
export function fit(rect: Rect, size: ViewSize, insets: Insets = NO_INSETS, share = 1): Camera {
  const w = Math.max(1, size.w - insets.left - insets.right);
  const h = Math.max(1, size.h - insets.top - insets.bottom);
  const wanted = Math.min((w * share) / Math.max(1, rect.w), h / Math.max(1, rect.h));
  const zoom = clamp(wanted, MIN_ZOOM, MAX_ZOOM);
  return {
    x: rect.x + rect.w / 2 - (insets.left + w / 2) / zoom,
    y: rect.y + rect.h / 2 - (insets.top + h / 2) / zoom,
    zoom,
  };
}

/** The camera pushed back so that some of the board is always in view. */
export function keepInView(camera: Camera, board: Rect, size: ViewSize): Camera {
  const kept = KEPT_PX / camera.zoom;
  const view = viewRect(camera, size);
  return {
    x: clamp(camera.x, board.x - view.w + kept, board.x + board.w - kept),
    y: clamp(camera.y, board.y - view.h + kept, board.y + board.h - kept),
    zoom: camera.zoom,
  };
}

/** The camera moved as little as possible so that the rectangle is in view, with some room around it. */
export function reveal(camera: Camera, rect: Rect, size: ViewSize, margin = 24): Camera {
  const view = viewRect(camera, size);
  const room = margin / camera.zoom;
  const into = (from: number, length: number, start: number, extent: number): number =>
    extent + room * 2 > length ? start - room : clamp(from, start + extent + room - length, start - room);
  return {
    x: into(camera.x, view.w, rect.x, rect.w),
    y: into(camera.y, view.h, rect.y, rect.h),
    zoom: camera.zoom,
  };
}

/** A camera on the way from one to another. The middle of the view moves evenly while the zoom goes by ratio. */
export function between(from: Camera, to: Camera, size: ViewSize, done: number): Camera {
  const t = clamp(done, 0, 1);
  const zoom = from.zoom * (to.zoom / from.zoom) ** t;
  // The share of the way is taken in board units on screen: without it a flight inwards swings past its goal.
  const share = from.zoom === to.zoom ? t : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  const middle = (camera: Camera): BoardPoint => toBoard(camera, { x: size.w / 2, y: size.h / 2 });
  const a = middle(from);
  const b = middle(to);
  const x = a.x + (b.x - a.x) * share;
  const y = a.y + (b.y - a.y) * share;
  return { x: x - size.w / 2 / zoom, y: y - size.h / 2 / zoom, zoom };
}
