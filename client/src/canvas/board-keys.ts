/** What the keys of the board do: walk, nudge, remove, go to a zone. Which key means what is in `keyboard.ts`. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { createArranging } from '../model/arranging.ts';
import { toScreen } from '../model/camera.ts';
import type { Direction } from '../model/tools/neighbour.ts';
import type { Arrangement } from './arrangement.ts';
import type { BoardHands } from './board-hands.ts';
import type { BoardFocus } from './board-focus.ts';
import type { BoardOptions } from './board-options.ts';
import type { BoardWalk } from './board-walk.ts';
import type { CameraRig } from './camera-rig.ts';
import type { KeyCommand } from './keyboard.ts';
import type { Scene } from './scene.ts';

interface Parts {
  readonly options: BoardOptions;
  readonly scene: Scene;
  readonly rig: CameraRig;
  readonly arrangement: Arrangement;
  readonly walk: BoardWalk;
  readonly focus: BoardFocus;
  readonly hands: BoardHands;
}

export interface BoardKeys {
  /** @returns false when the key did nothing here. */
  obey(command: KeyCommand): boolean;
  /** Text was pasted while the board had the focus. */
  paste(text: string): void;
}

/** One press of an arrow key with Shift, board units. */
const NUDGE = 8;
const STEP: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-NUDGE, 0],
  right: [NUDGE, 0],
  up: [0, -NUDGE],
  down: [0, NUDGE],
};
const CHANGES = new Set<KeyCommand['does']>([
  'add',
  'type',
  'edit',
  'remove',
  'undo',
  'redo',
  'nudge',
  'sendToZone',
]);

/** The keys of one board. */
export function createBoardKeys({ options, scene, rig, arrangement, walk, focus, hands }: Parts): BoardKeys {
  const { model, selection } = options;
  const { commands } = hands;

  function remove(): boolean {
    const ids = [...selection.get()];
    const own = ids.filter((id) => {
      const note = scene.note(id);
      return note !== undefined && model.mayEdit(note);
    });
    if (ids.length === 0) return false;
    if (!hands.host.mayMove(ids)) hands.host.refuse(ids);
    else if (own.length === 0) options.onRefused('notOwn');
    else {
      const next = nextAfter(own);
      options.onRemove(ids);
      focus.select(next === undefined ? [] : [next]);
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
  function goTo(next: NoteId | undefined): boolean {
    if (next === undefined) return false;
    focus.select([next]);
    focus.bringIntoView(next);
    return true;
  }
  function goToZone(id: ZoneId | undefined): boolean {
    if (id === undefined) return false;
    focus.be(id);
    const first = walk.firstNote(id);
    focus.select(first === undefined ? [] : [first]);
    const rect = scene.rects().get(id);
    if (rect !== undefined) focus.reveal(rect);
    return true;
  }
  function goToNeighbour(direction: Direction): boolean {
    const from = focus.zone();
    return from !== undefined && goToZone(walk.nextZone(from, direction));
  }
  function sendToZone(direction: Direction): boolean {
    const from = focus.zone();
    const to = from === undefined ? undefined : walk.nextZone(from, direction);
    const ids = [...selection.get()];
    const [first] = ids;
    if (to === undefined || first === undefined) return false;
    if (!hands.host.mayMove(ids)) hands.host.refuse(ids);
    else if (hasAxes(to)) {
      options.onPlace(ids, to);
      return true;
    } else send(ids, to);
    focus.bringIntoView(first);
    focus.be(to);
    return true;
  }
  const hasAxes = (zone: ZoneId): boolean =>
    model.session.meetup.zones.some(({ id, axes }) => id === zone && axes !== undefined);

  /** A group of which everything is selected goes as one. */
  function send(ids: readonly NoteId[], to: ZoneId): void {
    const [first] = ids;
    const group = first === undefined ? undefined : arrangement.groupOf(first);
    const whole = group?.members.size === ids.length && ids.every((id) => group.members.has(id));
    if (whole) createArranging(model).sendGroup(group.id, to);
    else model.actions.sendToZone(ids, to);
  }
  function nudge(direction: Direction): boolean {
    // As with a hand: a group goes as one by any of its notes.
    const ids = [...new Set([...selection.get()].flatMap(hands.host.groupedWith))];
    if (ids.length === 0) return false;
    if (hands.host.mayMove(ids)) hands.lay(ids, ...STEP[direction]);
    else hands.host.refuse(ids);
    return true;
  }
  const zoneNotes = (): readonly NoteId[] => {
    const zone = focus.zone();
    return zone === undefined ? [] : walk.notesOf(zone);
  };
  function leave(): boolean {
    if (selection.get().size === 0) return false;
    focus.select([]);
    return true;
  }
  function activate(): boolean {
    const [only] = selection.get();
    if (only === undefined || selection.get().size > 1) return false;
    if (options.picking.get() !== undefined) options.onPick(only);
    else if (options.interactive) hands.host.edit(only);
    return true;
  }
  /** The menu of what is selected, else of the zone one is in, at the place of it. */
  function menu(): boolean {
    const [note] = selection.get();
    const zone = focus.zone();
    const lies = note === undefined ? undefined : scene.resting(note);
    const corner = lies ?? (zone === undefined ? undefined : scene.rects().get(zone));
    if (corner === undefined) return false;
    options.onMenu({ note, zone, at: toScreen(rig.camera.get(), corner) });
    return true;
  }

  const simple: Readonly<Record<string, () => boolean | void>> = {
    zoomIn: commands.zoomIn,
    zoomOut: commands.zoomOut,
    fit: commands.fit,
    add: () => commands.addNote(),
    selectTool: () => commands.setTool('select'),
    panTool: () => commands.setTool('pan'),
    edit: activate,
    menu,
    remove,
    selectAll: () => focus.select(zoneNotes()),
    undo: () => model.actions.undo(),
    redo: () => model.actions.redo(),
    leave,
  };

  return {
    obey: (command) => {
      if (options.follow || (!options.interactive && CHANGES.has(command.does))) return false;
      switch (command.does) {
        case 'goToNote':
          return goTo(walk.nextNote([...selection.get()][0], command.direction));
        case 'nudge':
          return nudge(command.direction);
        case 'sendToZone':
          return sendToZone(command.direction);
        case 'goToZone':
          return goToNeighbour(command.direction);
        case 'goToZoneInOrder': {
          const from = focus.zone();
          return from !== undefined && goToZone(walk.zoneInOrder(from, command.step));
        }
        case 'goToEnd':
          return goTo(zoneNotes().at(command.end === 'first' ? 0 : -1));
        case 'type':
          commands.addNote(undefined, command.text);
          return true;
        case 'goToZoneNumber':
          return goToZone(walk.zoneNumber(command.number));
        default:
          return simple[command.does]?.() ?? true;
      }
    },
    paste: (text) => {
      const zone = focus.zone();
      if (zone === undefined || !options.interactive) return;
      if (hands.host.mayMove()) options.onPaste(zone, text);
      else hands.host.refuse();
    },
  };
}
