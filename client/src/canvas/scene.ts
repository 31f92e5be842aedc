/**
 * What there is to paint, kept up to date from the model: where notes lie, which are in motion, what the light is on.
 * It knows no camera and no canvas; it says which layers are out of date.
 */
import type { BoardPoint, Rect } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { type Board, byOrder } from '@ruimte/shared/projection/board';
import { NOTE_SIZE, type ZoneRects } from '@ruimte/shared/projection/layout';
import type { Note } from '@ruimte/shared/schema/note';
import type { MeetupModel } from '../model/meetup-model.ts';
import { createMotion, type Motion } from './motion.ts';
import { createNoteIndex, type NoteIndex, type Placing } from './note-index.ts';
import { createRemoteCarry } from './remote-carry.ts';
import type { RoundPicture } from './round-picture.ts';

export type LayerName = 'zones' | 'notes' | 'hand' | 'overlay';

export interface SceneHost {
  readonly model: MeetupModel;
  now(): number;
  reducedMotion(): boolean;
  /** These layers no longer show what is. */
  outdated(...layers: readonly LayerName[]): void;
  /** The notes that lie here are no longer what is shown. @param area - board units. */
  touched(area: Rect): void;
  /** True when a note on the way from one place to the other would be seen moving. */
  isSeen(from: BoardPoint, to: BoardPoint): boolean;
  /** What rounds lay on the board; undefined while there is nothing of it. */
  round(): RoundPicture | undefined;
  /** Notes changed that may be selected or open. */
  onGone(ids: readonly NoteId[]): void;
}

export interface Scene {
  readonly index: NoteIndex;
  readonly motion: Motion;
  board(): Board;
  rects(): ZoneRects;
  note(id: NoteId): Note | undefined;
  /** The corner of the note on the board where it lies. */
  resting(id: NoteId): BoardPoint | undefined;
  zoneAt(point: BoardPoint): ZoneId | undefined;
  /** True when a note lies in the zone. */
  isOccupied(zone: ZoneId): boolean;
  /** Notes may be shown elsewhere though none was moved: reads all of them anew. */
  reload(): void;
  /** Runs own edits: what they change is shown at once, without gliding. */
  own<T>(edit: () => T): T;
  /** Moves time on. @returns true while something moves. */
  advance(now: number): boolean;
  close(): void;
}

/** More arrivals than this at once are shown without fading: a board that has just been opened, or a reveal. */
const MANY_ARRIVALS = 40;

/** Follows a model until it is closed. */
export function createScene(host: SceneHost): Scene {
  const { model, now, reducedMotion, outdated, onGone } = host;
  const index = createNoteIndex();
  const motion = createMotion(reducedMotion);
  const carry = createRemoteCarry(motion);
  let board = model.board.get();
  let rects = model.board.rects.get();
  let occupied = new Map<ZoneId, number>();
  const placed = new Map<NoteId, { readonly note: Note; readonly at: BoardPoint }>();
  let quiet = false;
  /** The highest place in the stack. Most notes that come or move go on top, and then nothing else changes place. */
  let topRank = 0;
  let topOrder = '';

  const restingOf = (note: Note): BoardPoint => {
    const zone = rects.get(note.zone);
    const shift = host.round()?.shift(note.id) ?? 0;
    return { x: note.x + (zone?.x ?? 0) + shift, y: note.y + (zone?.y ?? 0) + shift };
  };
  const toRect = (at: BoardPoint): Rect => ({ x: at.x, y: at.y, w: NOTE_SIZE.w, h: NOTE_SIZE.h });
  const resting = (id: NoteId): BoardPoint | undefined => placed.get(id)?.at;

  function count(note: Note, by: number): void {
    const before = occupied.get(note.zone) ?? 0;
    occupied.set(note.zone, before + by);
    // Only the empty space shows the difference, and only between none and some.
    if (before === 0 || before + by === 0) outdated('zones');
  }

  /** Reads everything anew: the zones moved, or the stacking order changed. */
  function reload(): void {
    const placings: Placing[] = [];
    placed.clear();
    occupied = new Map();
    topOrder = '';
    let rank = 0;
    for (const note of board.notes.values()) {
      const at = restingOf(note);
      placed.set(note.id, { note, at });
      placings.push({ id: note.id, rect: toRect(at), rank });
      occupied.set(note.zone, (occupied.get(note.zone) ?? 0) + 1);
      rank += 1;
      if (note.order > topOrder) topOrder = note.order;
    }
    topRank = rank;
    index.load(placings);
    outdated('zones', 'notes', 'hand', 'overlay');
  }

  /** The rank of a changed note; undefined when it went between others, so that all must be counted anew. */
  function rankOf(note: Note, before: Note | undefined): number | undefined {
    if (note.order === before?.order) return index.rank(note.id);
    if (note.order <= topOrder) return undefined;
    topOrder = note.order;
    topRank += 1;
    return topRank;
  }

  function moveTo(id: NoteId, from: BoardPoint, to: BoardPoint): void {
    const held = carry.written(id, to, now());
    if (held || (from.x === to.x && from.y === to.y)) return;
    if (quiet || reducedMotion() || !host.isSeen(from, to)) motion.stop(id);
    else motion.glide(id, from, to, now(), false);
  }

  const unwatch = [
    model.board.onNotesChanged((ids, isOwn) => {
      const known = new Map(ids.map((id) => [id, placed.get(id)]));
      const nextRects = model.board.rects.get();
      // Asked first: whoever changes a pile moves the others in it.
      const repiled = host.round()?.notesChanged(ids) ?? false;
      let restacked = nextRects !== rects || repiled;
      let turning = 0;
      board = model.board.get();
      rects = nextRects;
      const ranks = new Map<NoteId, number>();
      const changed = ids.flatMap((id) => model.board.note(id) ?? []).sort(byOrder);
      for (const note of changed) {
        const rank = rankOf(note, known.get(note.id)?.note);
        if (rank === undefined) restacked = true;
        else ranks.set(note.id, rank);
      }
      if (restacked) reload();
      const gone: NoteId[] = [];
      for (const id of ids) {
        const note = model.board.note(id);
        const old = known.get(id);
        if (old !== undefined) host.touched(toRect(old.at));
        if (note === undefined) {
          gone.push(id);
          motion.stop(id);
          if (!restacked && old !== undefined) {
            placed.delete(id);
            index.remove(id);
            count(old.note, -1);
          }
          continue;
        }
        const at = restingOf(note);
        host.touched(toRect(at));
        if (!restacked) {
          if (old !== undefined) count(old.note, -1);
          count(note, 1);
          placed.set(id, { note, at });
          index.put({ id, rect: toRect(at), rank: ranks.get(id) ?? index.rank(id) });
        }
        if (old !== undefined) moveTo(id, old.at, at);
        else if (quiet) continue;
        else if (!isOwn && host.round()?.turnsIn(note.zone, now()) === true)
          motion.turn(id, now(), turning++);
        else if (ids.length <= MANY_ARRIVALS) motion.arrive(id, now());
      }
      if (gone.length > 0) onGone(gone);
      outdated('hand', 'overlay');
    }),
    model.board.subscribe(() => {
      const next = model.board.get();
      const nextRects = model.board.rects.get();
      // Notes come through onNotesChanged; here the zones and communities are followed.
      if (next.zones === board.zones && next.communities === board.communities && nextRects === rects) return;
      board = next;
      rects = nextRects;
      reload();
    }),
    model.others.subscribe(() => {
      carry.follow(model.others.get(), resting, now());
      // Most of what others show is pointers, which are not painted here.
      if (motion.moving.size > 0) outdated('hand');
    }),
  ];
  reload();

  return {
    index,
    motion,
    board: () => board,
    rects: () => rects,
    note: (id) => placed.get(id)?.note,
    resting,
    zoneAt: ({ x, y }) => {
      for (const [id, rect] of rects) {
        if (x >= rect.x && y >= rect.y && x <= rect.x + rect.w && y <= rect.y + rect.h) return id;
      }
      return undefined;
    },
    reload,
    isOccupied: (zone) => (occupied.get(zone) ?? 0) > 0,
    own: (edit) => {
      quiet = true;
      try {
        return edit();
      } finally {
        quiet = false;
      }
    },
    advance: (time) => {
      const waiting = carry.advance(resting, time);
      return motion.advance(time) || waiting;
    },
    close: () => {
      for (const stop of unwatch) stop();
    },
  };
}
