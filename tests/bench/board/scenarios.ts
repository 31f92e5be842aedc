/** What is done on every canvas, with the same events for each. */
import { type Camera, fit, viewRect } from '@ruimte/client/model/camera';
import type { Rect } from '@ruimte/shared/geometry';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { setTimeout as pause } from 'node:timers/promises';
import type { Canvas, Ground, MovedNote } from './canvas.ts';
import { gripOf, type LaidNote, type Laying, type Layout } from './layout.ts';
import type { Point, Screen } from './screen.ts';

export type ScenarioName = 'pan' | 'zoom' | 'others' | 'pan60' | 'drag';

export interface Stand {
  readonly canvas: Canvas;
  readonly screen: Screen;
  readonly ground: Ground;
  readonly laying: Laying;
}

export interface Scenario {
  readonly id: ScenarioName;
  readonly title: string;
  /** The camera it begins and ends with. */
  camera(stand: Stand): Camera;
  /** What is measured. */
  work(stand: Stand, camera: Camera): Promise<void>;
  /** Before and after it, unmeasured. */
  around?(stand: Stand, camera: Camera): Promise<() => Promise<void>>;
}

/** No other canvas goes further out than this one. */
const EXCALIDRAW_LEAST_ZOOM = 0.1;
const INPUT_MS = 3_000;
const OTHERS_MS = 5_000;
const PAN = { x: 150, y: 100, rounds: 2 } as const;
const ZOOM_TIMES = 3.3;
const DRAG = { radius: 100, rounds: 2, endX: 60, endY: 40 } as const;
const NEAR = 0.6;
/** Share of the width of the view that a zone takes when it fills it. */
const ZONE_SHARE = 0.78;
const ZONE = 3;
const MOVED_NOTES = 20;

const middleOf = ({ ground: { box } }: Stand): Point => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

/** A camera with this point of the board in the middle. */
function over(box: Rect, at: Point, zoom: number): Camera {
  return { x: at.x - box.w / 2 / zoom, y: at.y - box.h / 2 / zoom, zoom };
}

/** The whole board in view, or as much of it as Excalidraw can show. */
export function wholeBoard({ bounds }: Layout, box: Rect): Camera {
  const middle = { x: bounds.x + bounds.w / 2, y: bounds.y + bounds.h / 2 };
  return over(box, middle, Math.max(EXCALIDRAW_LEAST_ZOOM, fit(bounds, box).zoom));
}

const whole = ({ ground: { full, box } }: Stand): Camera => wholeBoard(full.layout, box);

/** The middle of what lies in one zone. */
function inZone({ ground: { full } }: Stand): Point {
  const sheet = full.layout.zones[ZONE];
  if (sheet === undefined) throw new Error('there is no such zone');
  const own = full.layout.notes.filter(({ zone }) => zone.id === sheet.zone.id);
  const lowest = Math.max(...own.map(({ y }) => y)) + NOTE_SIZE.h;
  return { x: sheet.rect.x + sheet.rect.w / 2, y: (sheet.rect.y + lowest) / 2 };
}

async function pan(stand: Stand): Promise<void> {
  const at = middleOf(stand);
  let before: Point = { x: 0, y: 0 };
  await stand.screen.stream(INPUT_MS, (share) => {
    const angle = share * Math.PI * 2 * PAN.rounds;
    const now = { x: Math.round(PAN.x * Math.sin(angle)), y: Math.round(PAN.y * Math.sin(angle * 2)) };
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    before = now;
    return stand.screen.wheel(at, dx, dy, false);
  });
}

async function zoomInAndOut(stand: Stand, camera: Camera): Promise<void> {
  const at = middleOf(stand);
  let now = camera.zoom;
  await stand.screen.stream(INPUT_MS, (share) => {
    const turned = stand.canvas.turn(now, camera.zoom * ZOOM_TIMES ** (1 - Math.abs(1 - 2 * share)));
    now = turned.zoom;
    return stand.screen.wheel(at, 0, turned.deltaY, true);
  });
}

function draggedNote(stand: Stand): { readonly index: number; readonly note: LaidNote } {
  const { notes } = stand.ground.full.layout;
  const target = inZone(stand);
  let index = 0;
  let nearest = Infinity;
  for (const [number, { x, y }] of notes.entries()) {
    const away = Math.hypot(x + NOTE_SIZE.w / 2 - target.x, y + NOTE_SIZE.h / 2 - target.y);
    if (away >= nearest) continue;
    nearest = away;
    index = number;
  }
  const note = notes[index];
  if (note === undefined) throw new Error('there is nothing to drag');
  return { index, note };
}

async function drag(stand: Stand, camera: Camera): Promise<void> {
  const { screen, ground } = stand;
  const grip = gripOf(draggedNote(stand).note, stand.laying);
  const from = {
    x: ground.box.x + (grip.x - camera.x) * camera.zoom,
    y: ground.box.y + (grip.y - camera.y) * camera.zoom,
  };
  await screen.mouse('mouseMoved', from, false);
  await screen.mouse('mousePressed', from, true);
  let last = from;
  await screen.stream(INPUT_MS, (share) => {
    const angle = share * Math.PI * 2 * DRAG.rounds;
    last = {
      x: from.x + Math.round(DRAG.radius * Math.sin(angle) + DRAG.endX * share),
      y: from.y + Math.round(DRAG.radius * (1 - Math.cos(angle)) + DRAG.endY * share),
    };
    return screen.mouse('mouseMoved', last, true);
  });
  await screen.mouse('mouseReleased', last, true);
}

/** Notes in view that hold no zone open: moving them changes no other. */
function movedNotes({ ground: { full } }: Stand, view: Rect): readonly MovedNote[] {
  const lowest = new Map<string, number>();
  for (const { zone, y } of full.layout.notes) lowest.set(zone.id, Math.max(lowest.get(zone.id) ?? 0, y));
  const free = full.layout.notes
    .map(({ x, y, zone }, index) => ({ x, y, index, zone: zone.id }))
    .filter(({ x, y, zone }) => {
      const seen = x > view.x && x < view.x + view.w - NOTE_SIZE.w && y > view.y && y < view.y + view.h;
      return seen && y < (lowest.get(zone) ?? 0) - 20;
    });
  const step = Math.max(1, Math.floor(free.length / MOVED_NOTES));
  return free.filter((_, number) => number % step === 0).slice(0, MOVED_NOTES);
}

export const SCENARIOS: readonly Scenario[] = [
  { id: 'pan', title: 'pan, whole board', camera: whole, work: pan },
  { id: 'zoom', title: 'zoom', camera: whole, work: zoomInAndOut },
  {
    id: 'others',
    title: '50 cursors, 20 moves/s',
    camera: whole,
    work: () => pause(OTHERS_MS),
    around: (stand, camera) => {
      const view = viewRect(camera, stand.ground.box);
      return stand.canvas.startOthers(stand.screen, stand.ground, view, movedNotes(stand, view));
    },
  },
  {
    id: 'pan60',
    title: 'pan at 60 %',
    camera: (stand) => over(stand.ground.box, inZone(stand), NEAR),
    work: pan,
  },
  {
    id: 'drag',
    title: 'drag',
    camera: (stand) => {
      const width = stand.ground.full.layout.zones[ZONE]?.rect.w ?? 1;
      return over(stand.ground.box, inZone(stand), (stand.ground.box.w * ZONE_SHARE) / width);
    },
    work: drag,
    around: async (stand, camera) => {
      const { canvas, screen, ground } = stand;
      const { index } = draggedNote(stand);
      const before = await canvas.placeOf(screen, ground, index);
      return async () => {
        await screen.rest();
        const after = await canvas.placeOf(screen, ground, index);
        await canvas.putBack(ground, index);
        const off = Math.hypot(
          after.x - before.x - DRAG.endX / camera.zoom,
          after.y - before.y - DRAG.endY / camera.zoom,
        );
        // A few pixels begin a drag, and places are rounded.
        if (!(off * camera.zoom < 8)) {
          throw new Error(`the note went from ${JSON.stringify(before)} to ${JSON.stringify(after)}`);
        }
      };
    },
  },
];
