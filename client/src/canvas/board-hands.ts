/** What hands and keys do to the board: carry, lay down, remove, walk. Every change goes through the model's actions. */
import type { BoardPoint } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { toBoard } from '../model/camera.ts';
import type { Writable } from '../model/readable.ts';
import type { GestureHost } from '../model/tools/gesture.ts';
import type { Direction } from '../model/tools/neighbour.ts';
import type { BoardCommands } from './board-control.ts';
import type { BoardEditor } from './board-editor.ts';
import type { BoardOptions } from './board-options.ts';
import type { BoardWalk } from './board-walk.ts';
import type { CameraRig } from './camera-rig.ts';
import type { KeyCommand } from './keyboard.ts';
import type { OwnPresence } from './own-presence.ts';
import { placeAt, slotIn, type ZonePlace } from './placing.ts';
import type { LayerName, Scene } from './scene.ts';

interface Parts {
  readonly options: BoardOptions;
  readonly scene: Scene;
  readonly rig: CameraRig;
  readonly editor: BoardEditor;
  readonly selection: Writable<ReadonlySet<NoteId>>;
  readonly presence: OwnPresence;
  readonly walk: BoardWalk;
  outdated(...layers: readonly LayerName[]): void;
}

export interface Carried {
  readonly ids: ReadonlySet<NoteId>;
  readonly dx: number;
  readonly dy: number;
}

export interface BoardHands {
  readonly host: GestureHost;
  readonly commands: BoardCommands;
  carried(): Carried;
  /** Selects a note for the list, and brings it into view. */
  focusNote(id: NoteId | undefined): void;
  /** @returns false when the key did nothing here. */
  obey(command: KeyCommand): boolean;
}

const NOTHING: Carried = { ids: new Set(), dx: 0, dy: 0 };
/** One press of an arrow key with Shift, board units. */
const NUDGE = 8;
/** What can be taken measures at least this much on screen, css pixels. */
const HIT_PX = { mouse: 24, touch: 44 } as const;
const LOOK = { share: 0.92, ms: 420 } as const;
const STEP: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-NUDGE, 0],
  right: [NUDGE, 0],
  up: [0, -NUDGE],
  down: [0, NUDGE],
};

/** The hands of one board. */
export function createBoardHands(parts: Parts): BoardHands {
  const { options, scene, rig, editor, selection, presence, walk, outdated } = parts;
  const { model } = options;
  let carried = NOTHING;
  /** The zone one is in: the last that was pointed at, walked to or written in. */
  let zone: ZoneId | undefined;

  const refuse = (): void => {
    const why = model.noWriting.get();
    if (why !== undefined) options.onRefused(why);
  };
  const mayMove = (): boolean => options.interactive && model.noWriting.get() === undefined;
  const select = (ids: readonly NoteId[]): void => {
    const current = selection.get();
    if (ids.length === current.size && ids.every((id) => current.has(id))) return;
    selection.set(new Set(ids));
    const [only] = ids;
    if (only !== undefined) be(scene.note(only)?.zone);
  };
  function be(next: ZoneId | undefined): void {
    if (next === undefined) return;
    zone = next;
    presence.be(next);
  }
  function bringIntoView(id: NoteId): void {
    const at = scene.resting(id);
    if (at !== undefined && !options.follow) rig.reveal({ x: at.x, y: at.y, w: NOTE_SIZE.w, h: NOTE_SIZE.h });
  }
  function putBack(): void {
    carried = NOTHING;
    presence.letGo();
    outdated('notes', 'hand', 'overlay');
  }
  /** Writes where notes are laid, each in the zone under it. */
  function lay(ids: readonly NoteId[], dx: number, dy: number): void {
    const moves = ids.flatMap((id) => {
      const at = scene.resting(id);
      const place = at && placeAt(scene.board(), scene.rects(), { x: at.x + dx, y: at.y + dy });
      return place === undefined ? [] : [{ id, ...place }];
    });
    if (moves.length > 0) scene.own(() => model.actions.moveNotes(moves));
    be(moves.at(-1)?.zone);
  }
  function lookAtZone(id: ZoneId): void {
    const rect = scene.rects().get(id);
    if (rect === undefined) return;
    be(id);
    rig.lookAt(rect, LOOK.share, LOOK.ms);
  }
  function openAt(place: ZonePlace | undefined): void {
    if (place === undefined || !options.interactive) return;
    select([]);
    const why = editor.add(place);
    if (why !== undefined) {
      options.onRefused(why);
      return;
    }
    be(place.zone);
    const rect = scene.rects().get(place.zone);
    if (rect !== undefined) {
      rig.reveal({ x: rect.x + place.x, y: rect.y + place.y, w: NOTE_SIZE.w, h: NOTE_SIZE.h });
    }
  }
  function edit(id: NoteId): void {
    if (!options.interactive) return;
    select([id]);
    const why = editor.edit(id);
    if (why === undefined) bringIntoView(id);
    else options.onRefused(why);
  }
  function addNote(wanted?: ZoneId): void {
    const into = wanted ?? zone ?? walk.zoneInView();
    if (into !== undefined) openAt(slotIn(scene.board(), scene.rects(), into));
  }
  function remove(): boolean {
    const ids = [...selection.get()];
    const own = ids.filter((id) => {
      const note = scene.note(id);
      return note !== undefined && model.mayEdit(note);
    });
    if (ids.length === 0) return false;
    if (!mayMove()) refuse();
    else if (own.length === 0) options.onRefused('notOwn');
    else {
      const next = nextAfter(own);
      model.actions.removeNotes(own);
      options.onRemoved(own.length);
      select(next === undefined ? [] : [next]);
    }
    return true;
  }
  /** The note the focus goes to when these are gone: the nearest that stays. */
  function nextAfter(gone: readonly NoteId[]): NoteId | undefined {
    const last = gone.at(-1);
    for (const direction of ['right', 'down', 'left', 'up'] as const) {
      const next = walk.nextNote(last, direction);
      if (next !== undefined && !gone.includes(next)) return next;
    }
    return undefined;
  }
  function goToZone(id: ZoneId | undefined): boolean {
    if (id === undefined) return false;
    be(id);
    const first = walk.firstNote(id);
    select(first === undefined ? [] : [first]);
    const rect = scene.rects().get(id);
    if (rect !== undefined) rig.reveal(rect);
    return true;
  }
  const currentZone = (): ZoneId | undefined => {
    const [only] = selection.get();
    return (only === undefined ? undefined : scene.note(only)?.zone) ?? zone ?? walk.zoneInView();
  };
  function goToNote(direction: Direction): boolean {
    const [from] = selection.get();
    const next = walk.nextNote(from, direction);
    if (next === undefined) return false;
    select([next]);
    bringIntoView(next);
    return true;
  }
  function sendToZone(direction: Direction): boolean {
    const from = currentZone();
    const to = from === undefined ? undefined : walk.nextZone(from, direction);
    if (to === undefined || selection.get().size === 0) return false;
    if (!mayMove()) refuse();
    else for (const id of selection.get()) model.actions.sendToZone(id, to);
    const [first] = selection.get();
    if (first !== undefined) bringIntoView(first);
    be(to);
    return true;
  }
  function nudge(direction: Direction): boolean {
    const ids = [...selection.get()];
    if (ids.length === 0) return false;
    if (mayMove()) lay(ids, ...STEP[direction]);
    else refuse();
    return true;
  }
  function leave(): boolean {
    if (selection.get().size === 0) return false;
    select([]);
    return true;
  }

  const host: GestureHost = {
    camera: () => rig.camera.get(),
    moveCamera: (camera) => rig.moveTo(camera),
    noteAt: (at, touch) => {
      const { zoom } = rig.camera.get();
      const wanted = (touch ? HIT_PX.touch : HIT_PX.mouse) / zoom;
      return scene.index.at(toBoard(rig.camera.get(), at), Math.max(0, (wanted - NOTE_SIZE.h) / 2));
    },
    get selected() {
      return selection.get();
    },
    select,
    mayMove,
    refuse,
    carry: (ids, dx, dy) => {
      const grown = carried.ids.size !== ids.length;
      carried = { ids: new Set(ids), dx, dy };
      presence.carry(ids, dx, dy);
      if (grown) outdated('notes');
      outdated('hand', 'overlay');
    },
    drop: (ids, dx, dy) => {
      lay(ids, dx, dy);
      putBack();
    },
    putBack,
    edit,
    addAt: (point: BoardPoint) => {
      if (scene.zoneAt(point) === undefined) return;
      const corner = { x: point.x - NOTE_SIZE.w / 2, y: point.y - NOTE_SIZE.h / 2 };
      openAt(placeAt(scene.board(), scene.rects(), corner));
    },
    lookAt: (point) => {
      const under = scene.zoneAt(point);
      if (under !== undefined) lookAtZone(under);
    },
  };
  const commands: BoardCommands = {
    zoomIn: () => rig.zoomIn(),
    zoomOut: () => rig.zoomOut(),
    fit: () => rig.fitBoard(true),
    lookAt: lookAtZone,
    addNote,
    editNote: edit,
  };
  const simple: Readonly<Record<string, () => boolean | void>> = {
    zoomIn: commands.zoomIn,
    zoomOut: commands.zoomOut,
    fit: commands.fit,
    add: () => addNote(),
    edit: () => {
      const [only] = selection.get();
      if (only === undefined || selection.get().size > 1) return false;
      edit(only);
      return true;
    },
    remove,
    undo: () => model.actions.undo(),
    redo: () => model.actions.redo(),
    leave,
  };
  const CHANGES = new Set<KeyCommand['does']>([
    'add',
    'edit',
    'remove',
    'undo',
    'redo',
    'nudge',
    'sendToZone',
  ]);

  return {
    host,
    commands,
    carried: () => carried,
    focusNote: (id) => {
      const current = selection.get();
      // The list has no word for several notes: its nothing leaves them, and what it mirrors is there already.
      if (id === undefined ? current.size !== 1 : current.size === 1 && current.has(id)) return;
      select(id === undefined ? [] : [id]);
      if (id !== undefined) bringIntoView(id);
    },
    obey: (command) => {
      if (options.follow || (!options.interactive && CHANGES.has(command.does))) return false;
      switch (command.does) {
        case 'goToNote':
          return goToNote(command.direction);
        case 'nudge':
          return nudge(command.direction);
        case 'sendToZone':
          return sendToZone(command.direction);
        case 'goToZone': {
          const from = currentZone();
          return from !== undefined && goToZone(walk.nextZone(from, command.direction));
        }
        case 'goToZoneNumber':
          return goToZone(walk.zoneNumber(command.number));
        default:
          return simple[command.does]?.() ?? true;
      }
    },
  };
}
