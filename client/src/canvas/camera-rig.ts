/** The camera of one screen: fitted until somebody takes it, flying where it is sent, never away from the board. */
import { boundsOf, type Rect } from '@ruimte/shared/geometry';
import { ZONE_SIZE, type ZoneRects } from '@ruimte/shared/projection/layout';
import {
  between,
  type Camera,
  fit,
  type Insets,
  keepInView,
  reveal,
  type ViewSize,
  ZOOM_STEP,
  zoomAt,
} from '../model/camera.ts';
import { createWritable, type Readable } from '../model/readable.ts';

export interface CameraRig {
  readonly camera: Readable<Camera>;
  size(): ViewSize;
  resize(size: ViewSize): void;
  /** The zones moved or grew. */
  boardChanged(): void;
  /** By hand: from now on the camera stays where it is put. */
  moveTo(camera: Camera): void;
  zoomBy(factor: number): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Shows the whole board, and again after every resize until it is taken by hand. */
  fitBoard(animated: boolean): void;
  /** Shows a part as large as it fits, at most `share` of the width. */
  lookAt(rect: Rect, share: number, ms: number): void;
  /** Moves as little as possible so that the rectangle is in view. */
  reveal(rect: Rect): void;
  /** Moves a flight on. @returns true while it flies. */
  advance(now: number): boolean;
}

export interface CameraRigHost {
  rects(): ZoneRects;
  insets(): Insets;
  reducedMotion(): boolean;
  now(): number;
}

const QUICK_MS = 220;
/** Room above and below a zone that is shown large, share of its height. */
const ROOM = 0.06;

interface Flight {
  readonly from: Camera;
  readonly to: Camera;
  readonly start: number;
  readonly ms: number;
}

const easeInOut = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/** A camera over a board; it fits the board as soon as it knows its size. */
export function createCameraRig({ rects, insets, reducedMotion, now }: CameraRigHost): CameraRig {
  const camera = createWritable<Camera>({ x: 0, y: 0, zoom: 0.5 });
  let size: ViewSize = { w: 0, h: 0 };
  let flight: Flight | undefined;
  /** What the camera goes back to after a resize; undefined once somebody took it by hand. */
  let target: (() => Camera) | undefined;

  function board(): Rect {
    const bounds = boundsOf([...rects().values()]) ?? { x: 0, y: 0, w: ZONE_SIZE.w, h: ZONE_SIZE.h };
    const { margin } = ZONE_SIZE;
    return {
      x: bounds.x - margin,
      y: bounds.y - margin,
      w: bounds.w + margin * 2,
      h: bounds.h + margin * 2,
    };
  }
  const whole = (): Camera => fit(board(), size, insets());

  function go(to: Camera, ms: number): void {
    if (ms === 0 || reducedMotion() || size.w === 0) {
      flight = undefined;
      camera.set(to);
    } else {
      flight = { from: camera.get(), to, start: now(), ms };
      // Tells the watchers, so that frames begin to run.
      camera.set({ ...camera.get() });
    }
  }
  function settle(): void {
    if (target !== undefined && size.w > 0) go(target(), 0);
  }
  target = whole;

  const rig: CameraRig = {
    camera,
    size: () => size,
    resize: (next) => {
      if (next.w === size.w && next.h === size.h) return;
      size = next;
      if (target === undefined) camera.set(keepInView(camera.get(), board(), size));
      else settle();
    },
    boardChanged: () => {
      // A zone that grows under somebody's hands is no reason to fly: only what was fitted is fitted again.
      if (flight === undefined) settle();
    },
    moveTo: (next) => {
      flight = undefined;
      target = undefined;
      camera.set(keepInView(next, board(), size));
    },
    zoomBy: (factor) => {
      const middle = { x: size.w / 2, y: size.h / 2 };
      const from = flight?.to ?? camera.get();
      const to = zoomAt(from, middle, from.zoom * factor);
      target = undefined;
      go(keepInView(to, board(), size), QUICK_MS);
    },
    zoomIn: () => rig.zoomBy(ZOOM_STEP),
    zoomOut: () => rig.zoomBy(1 / ZOOM_STEP),
    fitBoard: (animated) => {
      target = whole;
      go(whole(), animated ? QUICK_MS : 0);
    },
    lookAt: (rect, share, ms) => {
      const room = rect.h * ROOM;
      const padded = { x: rect.x, y: rect.y - room, w: rect.w, h: rect.h + room * 2 };
      target = () => fit(padded, size, insets(), share);
      go(target(), ms);
    },
    reveal: (rect) => {
      const from = flight?.to ?? camera.get();
      const to = reveal(from, rect, size);
      if (to.x === from.x && to.y === from.y) return;
      target = undefined;
      go(to, QUICK_MS);
    },
    advance: (time) => {
      if (flight === undefined) return false;
      const { from, to, start, ms } = flight;
      const t = Math.min(1, Math.max(0, (time - start) / ms));
      if (t === 1) flight = undefined;
      camera.set(t === 1 ? to : between(from, to, size, easeInOut(t)));
      return t < 1;
    },
  };
  return rig;
}
