/** What hands do to the board: carry, lay down, type, ask for the menu. Every change goes through the model's actions. */
import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import type { BoardPoint, Rect, ScreenPoint } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { changeGroup, setGroup } from '@ruimte/shared/schema/edits/groups';
import type { NoteMove } from '@ruimte/shared/schema/edits/notes';
import { toBoard } from '../model/camera.ts';
import { createWritable, type Readable } from '../model/readable.ts';
import { DEVICE_TIMERS } from '../model/timers.ts';
import type { GestureHost, ToolName } from '../model/tools/gesture.ts';
import type { Arrangement, ShownGroup } from './arrangement.ts';
import type { BoardCommands } from './board-control.ts';
import type { BoardEditor } from './board-editor.ts';
import type { BoardFocus } from './board-focus.ts';
import type { BoardOptions } from './board-options.ts';
import type { CameraRig } from './camera-rig.ts';
import type { OwnPresence } from './own-presence.ts';
import { placeAt, placeBoxAt, slotIn, type ZonePlace } from './placing.ts';
import type { LayerName, Scene } from './scene.ts';

interface Parts {
  readonly options: BoardOptions;
  readonly scene: Scene;
  readonly arrangement: Arrangement;
  readonly rig: CameraRig;
  readonly editor: BoardEditor;
  readonly focus: BoardFocus;
  readonly presence: OwnPresence;
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
  readonly tool: Readable<ToolName>;
  carried(): Carried;
  /** The rectangle that is being drawn around notes, board units. */
  lassoed(): Rect | undefined;
  /**
   * Writes where notes are laid, each in the zone under it, in one step of undo. Distances in board units. A group of
   * which every note is among them goes as one.
   * @param alone - the notes leave their groups.
   */
  lay(ids: readonly NoteId[], dx: number, dy: number, alone?: boolean): void;
  /** Asks for the menu of what lies under a point. */
  menuAt(at: ScreenPoint, touch: boolean): void;
}

const NOTHING: Carried = { ids: new Set(), dx: 0, dy: 0 };
/** What can be taken measures at least this much on screen, css pixels. */
const HIT_PX = { mouse: 24, touch: 44 } as const;

/** The hands of one board. */
export function createBoardHands(parts: Parts): BoardHands {
  const { options, scene, arrangement, rig, editor, focus, presence, outdated } = parts;
  const { model, selection, picking } = options;
  const { select, be } = focus;
  const tool = createWritable<ToolName>('select');
  let carried = NOTHING;
  let lasso: Rect | undefined;

  /** In a private round one writes on the own desk, and what lies on the board stays where it is. */
  const whyNotMove = (notes: readonly NoteId[] = []): NoWriting | undefined =>
    model.noWriting.get() ?? notes.map(model.noWritingFor).find((why) => why !== undefined);
  const refuse = (notes?: readonly NoteId[]): void => {
    const why = whyNotMove(notes);
    if (why !== undefined) options.onRefused(why);
  };
  const mayMove = (notes?: readonly NoteId[]): boolean =>
    options.interactive && whyNotMove(notes) === undefined;
  /** What is painted where notes are carried; boxes and lines follow them. */
  const showCarried = (ids: Iterable<NoteId>): void => {
    const tied = [...ids].some(arrangement.isTied);
    outdated('hand', 'overlay', ...(tied ? (['zones'] as const) : []));
  };
  function putBack(): void {
    showCarried(carried.ids);
    carried = NOTHING;
    presence.letGo();
    outdated('notes', 'hand', 'overlay');
  }
  function layGroup({ members, rect }: ShownGroup, dx: number, dy: number): readonly NoteMove[] {
    const place = placeBoxAt(scene.board(), scene.rects(), { ...rect, x: rect.x + dx, y: rect.y + dy });
    if (place === undefined) return [];
    return [...members].flatMap((id) => {
      const at = scene.resting(id);
      if (at === undefined) return [];
      const inBox = { x: place.x + at.x - rect.x, y: place.y + at.y - rect.y };
      return [{ id, zone: place.zone, ...inBox, withGroup: true as const }];
    });
  }
  function lay(ids: readonly NoteId[], dx: number, dy: number, alone = false): void {
    const taken = new Set(ids);
    const whole = new Set<ShownGroup>();
    for (const id of alone ? [] : ids) {
      const group = arrangement.groupOf(id);
      if (group !== undefined && [...group.members].every((each) => taken.has(each))) whole.add(group);
    }
    const moves: NoteMove[] = [...whole].flatMap((group) => layGroup(group, dx, dy));
    for (const { id } of moves) taken.delete(id);
    for (const id of taken) {
      const at = scene.resting(id);
      const place = at && placeAt(scene.board(), scene.rects(), { x: at.x + dx, y: at.y + dy });
      if (place !== undefined) moves.push({ id, ...place });
    }
    if (moves.length === 0) return;
    scene.own(() =>
      model.actions.moveNotes(moves, (doc, some) => {
        if (alone) setGroup(doc, ids, '', 'user');
        for (const { id, members } of whole) {
          const zone = some.find((move) => members.has(move.id))?.zone;
          if (zone !== undefined) changeGroup(doc, id, { zone }, 'user');
        }
      }),
    );
    be(moves.at(-1)?.zone);
  }
  function openAt(place: ZonePlace | undefined, text?: string): void {
    if (place === undefined || !options.interactive) return;
    select([]);
    const why = editor.add(place, text);
    if (why !== undefined) {
      options.onRefused(why);
      return;
    }
    be(place.zone);
    const rect = scene.rects().get(place.zone);
    if (rect !== undefined) {
      focus.reveal({ x: rect.x + place.x, y: rect.y + place.y, w: NOTE_SIZE.w, h: NOTE_SIZE.h });
    }
  }
  function edit(id: NoteId): void {
    if (!options.interactive) return;
    select([id]);
    const why = editor.edit(id);
    if (why === undefined) focus.bringIntoView(id);
    else options.onRefused(why);
  }
  function addNote(wanted?: ZoneId, text?: string): void {
    const into = wanted ?? focus.zone();
    if (into !== undefined) openAt(slotIn(scene.board(), scene.rects(), into), text);
  }
  const noteAt = (at: ScreenPoint, touch: boolean): NoteId | undefined => {
    const { zoom } = rig.camera.get();
    const wanted = (touch ? HIT_PX.touch : HIT_PX.mouse) / zoom;
    return scene.index.at(toBoard(rig.camera.get(), at), Math.max(0, (wanted - NOTE_SIZE.h) / 2));
  };
  function menuAt(at: ScreenPoint, touch: boolean): void {
    if (options.follow) return;
    const note = noteAt(at, touch);
    const zone =
      (note === undefined ? undefined : scene.note(note)?.zone) ??
      scene.zoneAt(toBoard(rig.camera.get(), at));
    // The menu is about what is selected: a note outside of it becomes the selection.
    if (note !== undefined && !selection.get().has(note)) select([note]);
    else be(zone);
    options.onMenu({ note, zone, at });
  }

  const host: GestureHost = {
    camera: () => rig.camera.get(),
    size: () => rig.size(),
    moveCamera: (camera) => rig.moveTo(camera),
    noteAt,
    get selected() {
      return selection.get();
    },
    groupAt: (at, touch) => {
      const { zoom } = rig.camera.get();
      const slack = (touch ? HIT_PX.touch : HIT_PX.mouse) / 2 / zoom;
      return arrangement.groupAt(toBoard(rig.camera.get(), at), Math.max(slack, 1));
    },
    membersOf: (group) => [...(arrangement.group(group)?.members ?? [])],
    groupedWith: (id) => [...(arrangement.groupOf(id)?.members ?? [id])],
    notesIn: (area) => scene.index.search(area),
    select,
    tool: () => tool.get(),
    enter: (at) => be(scene.zoneAt(toBoard(rig.camera.get(), at))),
    isPicking: () => picking.get() !== undefined,
    pick: (id) => options.onPick(id),
    giveDot: (id) => options.onDot(id),
    mayMove,
    refuse,
    carry: (ids, dx, dy) => {
      const grown = carried.ids.size !== ids.length;
      carried = { ids: new Set(ids), dx, dy };
      presence.carry(ids, dx, dy);
      if (grown) outdated('notes');
      showCarried(ids);
    },
    drop: (ids, dx, dy, alone) => {
      lay(ids, dx, dy, alone);
      putBack();
    },
    putBack,
    lasso: (area) => {
      lasso = area;
      outdated('overlay');
    },
    menu: menuAt,
    later: DEVICE_TIMERS.later,
    edit,
    addAt: (point: BoardPoint) => {
      if (scene.zoneAt(point) === undefined) return;
      const corner = { x: point.x - NOTE_SIZE.w / 2, y: point.y - NOTE_SIZE.h / 2 };
      openAt(placeAt(scene.board(), scene.rects(), corner));
    },
    lookAt: (point) => {
      const under = scene.zoneAt(point);
      if (under !== undefined) focus.lookAtZone(under);
    },
  };

  return {
    host,
    tool,
    commands: {
      zoomIn: () => rig.zoomIn(),
      zoomOut: () => rig.zoomOut(),
      fit: () => rig.fitBoard(true),
      lookAt: focus.lookAtZone,
      standIn: (zone) => {
        // A note that stays selected would keep new ones beside it.
        select([]);
        be(zone);
      },
      lookAtNote: focus.lookAtNote,
      addNote,
      editNote: edit,
      setTool: (next) => tool.set(next),
    },
    carried: () => carried,
    lassoed: () => lasso,
    lay,
    menuAt,
  };
}
