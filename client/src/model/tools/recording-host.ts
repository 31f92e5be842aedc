/** A board for gestures that writes down what is done to it, and pointers to move over it. */
import type { Rect, ScreenPoint } from '@ruimte/shared/geometry';
import { overlaps } from '@ruimte/shared/geometry';
import type { GroupId, NoteId } from '@ruimte/shared/ids';
import { type Camera, toBoard } from '../camera.ts';
import type { GestureHost, PointerInput, ToolName } from './gesture.ts';

export const NOTE = 'note' as NoteId;
export const OTHER = 'other' as NoteId;
export const FRIEND = 'friend' as NoteId;
export const GROUP = 'group' as GroupId;

const PLACES: readonly (readonly [NoteId, Rect])[] = [
  [NOTE, { x: 0, y: 0, w: 100, h: 100 }],
  [OTHER, { x: 200, y: 0, w: 100, h: 100 }],
  [FRIEND, { x: 400, y: 0, w: 100, h: 100 }],
];

/**
 * A board at half size with three notes in a row, 100 units wide and 200 apart; the second and third are a group, whose
 * name lies 60 units above them. The view is 800 by 600 css pixels.
 */
export function createHost(mayMove = true) {
  const done: unknown[][] = [];
  const timers = new Set<{ readonly ms: number; readonly run: () => void }>();
  const state = {
    camera: { x: 0, y: 0, zoom: 0.5 } as Camera,
    selected: new Set<NoteId>(),
    mayMove,
    tool: 'select' as ToolName,
    picking: false,
    lasso: undefined as Rect | undefined,
    entered: undefined as ScreenPoint | undefined,
  };
  const host: GestureHost = {
    camera: () => state.camera,
    moveCamera: (camera) => {
      state.camera = camera;
    },
    size: () => ({ w: 800, h: 600 }),
    noteAt: (at) => {
      const { x, y } = toBoard(state.camera, at);
      return PLACES.find(([, rect]) => overlaps(rect, { x, y, w: 1, h: 1 }))?.[0];
    },
    groupAt: (at) => {
      const { x, y } = toBoard(state.camera, at);
      return x >= 200 && x <= 500 && y >= -60 && y < 0 ? GROUP : undefined;
    },
    membersOf: () => [OTHER, FRIEND],
    groupedWith: (id) => (id === NOTE ? [id] : [OTHER, FRIEND]),
    notesIn: (area) => PLACES.filter(([, rect]) => overlaps(area, rect)).map(([id]) => id),
    get selected() {
      return state.selected;
    },
    select: (ids) => {
      state.selected = new Set(ids);
    },
    tool: () => state.tool,
    enter: (at) => {
      state.entered = at;
    },
    isPicking: () => state.picking,
    giveDot: (id) => done.push(['giveDot', id]),
    pick: (id) => done.push(['pick', id]),
    mayMove: () => state.mayMove,
    refuse: () => done.push(['refuse']),
    carry: (ids, dx, dy) => done.push(['carry', ids, dx, dy]),
    drop: (ids, dx, dy, alone) => done.push(['drop', ids, dx, dy, ...(alone ? ['alone'] : [])]),
    putBack: () => done.push(['putBack']),
    lasso: (area) => {
      state.lasso = area;
    },
    menu: (at) => done.push(['menu', at]),
    later: (ms, run) => {
      const timer = { ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    edit: (id) => done.push(['edit', id]),
    addAt: (point) => done.push(['addAt', point]),
    lookAt: (point) => done.push(['lookAt', point]),
  };
  /** A finger has rested long enough. */
  const rest = (): void => {
    for (const timer of timers) {
      timers.delete(timer);
      timer.run();
    }
  };
  return { host, state, done, rest };
}

/** A pointer at a place of the view. */
export const input = (x: number, y: number, more: Partial<PointerInput> = {}): PointerInput => ({
  id: 1,
  at: { x, y },
  touch: false,
  shift: false,
  alt: false,
  time: 0,
  ...more,
});
