/**
 * The board kept up to date by change events. One changed note costs the same on a board of ten and of ten thousand;
 * the whole board is put together again only when somebody reads it.
 */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { type Board, byOrder, readCommunities, readZones } from '@ruimte/shared/projection/board';
import { layoutZones, NOTE_SIZE, type ZoneRects } from '@ruimte/shared/projection/layout';
import { type BoardRoot, rootOf } from '@ruimte/shared/schema/document';
import { type Group, readGroup, readLink } from '@ruimte/shared/schema/group';
import { readCountedMarks } from '@ruimte/shared/schema/marks';
import { type Note, readNote } from '@ruimte/shared/schema/note';
import * as Y from 'yjs';
import type { BoardView } from './meetup-model.ts';
import { createWritable } from './readable.ts';

/** The board view with what the model itself needs of it. */
export interface FollowingBoard extends BoardView {
  /** Follows this document from now on; everything that differs from the earlier one counts as changed. */
  follow(doc: Y.Doc): void;
  /** Shows the notes of this desk too, from now on. */
  followDesk(doc: Y.Doc): void;
  onDesk(id: NoteId): boolean;
  /** The notes of a zone, in no order. */
  notesOf(zone: ZoneId): Iterable<Note>;
  groups(): readonly Group[];
  stop(): void;
}

const OTHER_ROOTS = [
  'zones',
  'groups',
  'links',
  'communities',
  'votes',
  'ratings',
] as const satisfies readonly BoardRoot[];
type OtherRoot = keyof Parts & (typeof OTHER_ROOTS)[number];

type Parts = Omit<Board, 'notes'>;

const EMPTY: Board = {
  zones: [],
  notes: new Map(),
  groups: [],
  links: [],
  communities: new Map(),
  votes: [],
  ratings: [],
};

const PARTS = {
  zones: readZones,
  groups: (doc: Y.Doc) => readItems(doc, 'groups', readGroup),
  links: (doc: Y.Doc) => readItems(doc, 'links', readLink),
  communities: readCommunities,
  votes: (doc: Y.Doc) => readItems(doc, 'votes', readCountedMarks),
  ratings: (doc: Y.Doc) => readItems(doc, 'ratings', readCountedMarks),
};

/** A view of no board yet. */
export function createBoardView(): FollowingBoard {
  const rects = createWritable<ZoneRects>(new Map());
  const watchers = new Set<() => void>();
  const noteWatchers = new Set<(ids: readonly NoteId[], own: boolean) => void>();
  const notes = new Map<NoteId, Note>();
  const zoneNotes = new Map<ZoneId, Map<NoteId, Note>>();
  /** Lower edge of the lowest note per zone. */
  const lowest = new Map<ZoneId, number>();
  let doc: Y.Doc | undefined;
  /** The own desk, whose notes lie among the others. */
  let desk: Y.Doc | undefined;
  let board = EMPTY;
  let parts: Parts = EMPTY;
  /** The notes in stacking order, as they were last asked for. */
  let merged = EMPTY.notes;
  /** Something changed since the board was last read. */
  let isStale = false;
  /** What changed since it was last put together. */
  const staleNotes = new Set<NoteId>();
  const staleRoots = new Set<OtherRoot>();
  let stopFollowing = (): void => undefined;
  let stopDesk = (): void => undefined;

  function takeOut(note: Note): boolean {
    const inZone = zoneNotes.get(note.zone);
    inZone?.delete(note.id);
    if (note.y + NOTE_SIZE.h < (lowest.get(note.zone) ?? 0)) return false;
    let edge = 0;
    for (const other of inZone?.values() ?? []) edge = Math.max(edge, other.y + NOTE_SIZE.h);
    lowest.set(note.zone, edge);
    return true;
  }

  function putIn(note: Note): boolean {
    const inZone = zoneNotes.get(note.zone) ?? new Map<NoteId, Note>();
    zoneNotes.set(note.zone, inZone);
    inZone.set(note.id, note);
    const edge = note.y + NOTE_SIZE.h;
    if (edge <= (lowest.get(note.zone) ?? 0)) return false;
    lowest.set(note.zone, edge);
    return true;
  }

  /** Reads the notes again; returns whether a zone may have grown or shrunk. */
  function readAgain(ids: Iterable<NoteId>): boolean {
    const root = doc && rootOf(doc, 'notes');
    const hidden = desk && rootOf(desk, 'notes');
    let grown = false;
    for (const id of ids) {
      const before = notes.get(id);
      // In the moment of the reveal a note is on both: then it is on the board.
      const after = readNote(id, root?.get(id) ?? hidden?.get(id));
      const stays =
        before !== undefined && after !== undefined && before.zone === after.zone && before.y === after.y;
      if (stays) zoneNotes.get(after.zone)?.set(id, after);
      else {
        if (before !== undefined && takeOut(before)) grown = true;
        if (after !== undefined && putIn(after)) grown = true;
      }
      if (after === undefined) notes.delete(id);
      else notes.set(id, after);
      staleNotes.add(id);
      isStale = true;
    }
    return grown;
  }

  function layOut(): void {
    const next = layoutZones(part('zones'), lowest);
    if (!sameRects(rects.get(), next)) rects.set(next);
  }

  function tell(ids: readonly NoteId[], own: boolean): void {
    if (ids.length > 0) for (const changed of noteWatchers) changed(ids, own);
    for (const changed of watchers) changed();
  }

  function onNoteEvents(
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): void {
    const ids = changedItems<NoteId>(events);
    if (readAgain(ids)) layOut();
    tell([...ids], transaction.local);
  }

  function follow(next: Y.Doc): void {
    stopFollowing();
    doc = next;
    for (const root of OTHER_ROOTS) staleRoots.add(root);
    const ids = new Set<NoteId>([...notes.keys(), ...(rootOf(next, 'notes').keys() as Iterable<NoteId>)]);
    readAgain(ids);
    layOut();
    const noteRoot = rootOf(next, 'notes');
    noteRoot.observeDeep(onNoteEvents);
    const stops = OTHER_ROOTS.map((root) => {
      const onChange = (): void => {
        staleRoots.add(root);
        if (root === 'zones') layOut();
        tell([], false);
      };
      rootOf(next, root).observeDeep(onChange);
      return () => rootOf(next, root).unobserveDeep(onChange);
    });
    stopFollowing = () => {
      noteRoot.unobserveDeep(onNoteEvents);
      for (const stop of stops) stop();
    };
    tell([...ids], false);
  }

  function followDesk(next: Y.Doc): void {
    if (desk === next) return;
    stopDesk();
    const ids = new Set<NoteId>(desk && (rootOf(desk, 'notes').keys() as Iterable<NoteId>));
    desk = next;
    const root = rootOf(next, 'notes');
    for (const id of root.keys()) ids.add(id as NoteId);
    if (readAgain(ids)) layOut();
    root.observeDeep(onNoteEvents);
    stopDesk = () => root.unobserveDeep(onNoteEvents);
    if (ids.size > 0) tell([...ids], false);
  }

  const entityOf = (id: NoteId): unknown =>
    (doc && rootOf(doc, 'notes').get(id)) ?? (desk && rootOf(desk, 'notes').get(id));

  function part<Root extends keyof Parts>(root: Root): Parts[Root] {
    if (doc !== undefined && staleRoots.delete(root)) {
      parts = { ...parts, [root]: PARTS[root](doc) };
      isStale = true;
    }
    return parts[root];
  }

  function readNotes(): ReadonlyMap<NoteId, Note> {
    if (staleNotes.size > 0) merged = mergeNotes(merged, notes, staleNotes);
    staleNotes.clear();
    return merged;
  }

  function get(): Board {
    for (const root of OTHER_ROOTS) part(root);
    if (!isStale) return board;
    isStale = false;
    board = {
      ...parts,
      // Put in order when somebody asks: most who follow the board only want its zones or communities.
      get notes() {
        return readNotes();
      },
    };
    return board;
  }

  return {
    rects,
    get,
    subscribe: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    onNotesChanged: (changed) => {
      noteWatchers.add(changed);
      return () => noteWatchers.delete(changed);
    },
    follow,
    followDesk,
    onDesk: (id) =>
      desk !== undefined && rootOf(desk, 'notes').has(id) && !(doc && rootOf(doc, 'notes').has(id)),
    note: (id) => notes.get(id),
    notesOf: (zone) => zoneNotes.get(zone)?.values() ?? [],
    part,
    writerOf: (id, field) => {
      const note = entityOf(id);
      // oxlint-disable-next-line no-underscore-dangle -- Yjs shows it nowhere else
      return note instanceof Y.Map ? note._map.get(field)?.id.client : undefined;
    },
    groups: () => part('groups'),
    stop: () => {
      stopFollowing();
      stopDesk();
    },
  };
}

/** The keys of the items under a root that an event touched, whether the item itself or something in it. */
export function changedItems<Id extends string>(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): ReadonlySet<Id> {
  const ids = new Set<Id>();
  for (const event of events) {
    const [id] = event.path;
    if (typeof id === 'string') ids.add(id as Id);
    else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) ids.add(key as Id);
  }
  return ids;
}

function readItems<T>(
  doc: Y.Doc,
  root: BoardRoot,
  read: (id: string, value: unknown) => T | undefined,
): readonly T[] {
  return [...rootOf(doc, root)].map(([id, value]) => read(id, value)).filter((item) => item !== undefined);
}

/** The notes in stacking order: the unchanged ones keep theirs, the changed ones are sorted in. */
function mergeNotes(
  before: ReadonlyMap<NoteId, Note>,
  now: ReadonlyMap<NoteId, Note>,
  changed: ReadonlySet<NoteId>,
): ReadonlyMap<NoteId, Note> {
  const coming = [...changed].map((id) => now.get(id)).filter((note) => note !== undefined);
  coming.sort(byOrder);
  const merged = new Map<NoteId, Note>();
  let next = 0;
  for (const note of before.values()) {
    if (changed.has(note.id)) continue;
    for (let first = coming[next]; first !== undefined && byOrder(first, note) < 0; first = coming[next]) {
      merged.set(first.id, first);
      next += 1;
    }
    merged.set(note.id, note);
  }
  for (const note of coming.slice(next)) merged.set(note.id, note);
  return merged;
}

function sameRects(a: ZoneRects, b: ZoneRects): boolean {
  if (a.size !== b.size) return false;
  for (const [id, rect] of b) {
    const other = a.get(id);
    if (other === undefined) return false;
    if (other.x !== rect.x || other.y !== rect.y || other.w !== rect.w || other.h !== rect.h) return false;
  }
  return true;
}
