/**
 * What a person can do with notes beyond their words and their place: group, link, tidy, copy, lay many at once.
 * Each is one step of undo and asks first whether it may, as the other actions of the model do.
 */
import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import { overlaps } from '@ruimte/shared/geometry';
import { createId, type GroupId, type LinkId, type NoteId, type ZoneId } from '@ruimte/shared/ids';
import { groupBoxes, type GroupOfNotes, groupsOf } from '@ruimte/shared/projection/groups';
import { freeSlot, NOTE_SIZE, ZONE_SIZE } from '@ruimte/shared/projection/layout';
import { linksBetween, linksOf } from '@ruimte/shared/projection/links';
import { gatherPlaces, tidyPlaces } from '@ruimte/shared/projection/tidy';
import {
  addGroup,
  addLink,
  changeGroup,
  removeGroup,
  removeLinks,
  setGroup,
} from '@ruimte/shared/schema/edits/groups';
import { moveNotes } from '@ruimte/shared/schema/edits/notes';
import type { Note } from '@ruimte/shared/schema/note';
import type * as Y from 'yjs';
import type { AddedNote, MeetupModel } from './meetup-model.ts';

/** What became of it: done, or why not. `nothing`: there was nothing to do, because the notes are gone, for example. */
export type Arranged<T = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: NoWriting | 'notOwn' | 'nothing' };

export interface Arranging {
  /** The groups that hold something, by id. */
  groups(): ReadonlyMap<GroupId, GroupOfNotes>;
  /** The group a note is in; undefined for a loose note. */
  groupOf(note: NoteId): GroupOfNotes | undefined;
  /** The lines of a note, as the notes they lead to. */
  linkedTo(note: NoteId): readonly NoteId[];
  /**
   * Holds notes together under a name; the name may be empty. Notes that lie in other zones, or with others between
   * them, are gathered in the zone of the first.
   */
  group(notes: readonly NoteId[], name: string): Arranged<{ readonly id: GroupId }>;
  /** Takes notes into a group that is there, at free places of its box. */
  join(notes: readonly NoteId[], group: GroupId): Arranged;
  rename(group: GroupId, name: string): Arranged;
  /** Takes notes out of their groups; they stay where they lie, unless that is in the box of the group. */
  leave(notes: readonly NoteId[]): Arranged;
  /** Lets all notes of a group go. */
  dissolve(group: GroupId): Arranged;
  /** Moves a whole group to a free place of another zone. */
  sendGroup(group: GroupId, zone: ZoneId): Arranged;
  /** Draws a line between two notes, or takes the one that is there away. */
  link(a: NoteId, b: NoteId): Arranged<{ readonly linked: boolean }>;
  /** Lays everything in a zone straight. */
  tidy(zone: ZoneId): Arranged<{ readonly moved: number }>;
  /** False for scales and quadrants: laid straight, their notes would say something else. */
  mayTidy(zone: ZoneId): boolean;
  /** Whether this person may copy the note: the copy carries the words of its author. */
  mayCopy(note: Note): boolean;
  /** Lays a copy in a free place of a zone. Only own notes: nobody is given the words of another. */
  copy(note: NoteId, zone: ZoneId): AddedNote | { readonly ok: false; readonly reason: 'notOwn' | 'nothing' };
}

/** Arranging on a model. */
export function createArranging(model: MeetupModel): Arranging {
  const board = () => model.board.get();
  const { note } = model.board;
  const found = (ids: readonly NoteId[]): readonly Note[] => ids.flatMap((id) => note(id) ?? []);
  const groups = (): ReadonlyMap<GroupId, GroupOfNotes> => {
    const { groups: all, notes } = board();
    return groupsOf(all, notes.values());
  };
  const mayTidy = (zone: ZoneId): boolean => {
    const kind = model.board.part('zones').find(({ id }) => id === zone)?.kind;
    return kind !== 'scale' && kind !== 'quadrant';
  };
  const widthOf = (zone: ZoneId): number => model.board.rects.get().get(zone)?.w ?? ZONE_SIZE.w;
  const notesIn = (zone: ZoneId): readonly Note[] =>
    [...board().notes.values()].filter((each) => each.zone === zone);

  function change(edit: (doc: Y.Doc) => void): Arranged {
    const why = model.noWriting.get();
    if (why !== undefined) return { ok: false, reason: why };
    return model.actions.change(edit) ? { ok: true } : NOTHING;
  }

  /** What lies in a zone besides these notes: papers, and the boxes of the groups they are not in. */
  function besides(zone: ZoneId, taken: ReadonlySet<NoteId>) {
    const others = notesIn(zone).filter(({ id }) => !taken.has(id));
    const boxes = groupBoxes(board().groups, others);
    return [...others.map(({ x, y }) => ({ x, y, ...NOTE_SIZE })), ...boxes];
  }

  /** Groups of which these notes were the last: they go with them. */
  function emptied(ids: ReadonlySet<NoteId>): readonly GroupId[] {
    return [...groups().values()]
      .filter(({ notes }) => notes.every(({ id }) => ids.has(id)))
      .map(({ group }) => group.id);
  }

  /** Free places for notes that leave a group and would still lie in its box. */
  function outside(leaving: readonly Note[]): readonly Note[] {
    const gone = new Set(leaving.map(({ id }) => id));
    const moved: Note[] = [];
    for (const each of leaving) {
      const staying = notesIn(each.zone).filter(({ id }) => !gone.has(id));
      const boxes = groupBoxes(board().groups, staying);
      if (!boxes.some((box) => overlaps(box, { x: each.x, y: each.y, ...NOTE_SIZE }))) continue;
      const loose = [...notesIn(each.zone).filter(({ id }) => id !== each.id), ...moved];
      moved.push({ ...each, ...freeSlot(loose, widthOf(each.zone), 0, 0, boxes) });
    }
    return moved;
  }

  function gather(doc: Y.Doc, notes: readonly Note[], zone: ZoneId): void {
    const taken = new Set(notes.map(({ id }) => id));
    const here = notes.every((each) => each.zone === zone)
      ? notes
      : notes.map((each) => (each.zone === zone ? each : { ...each, y: each.y + ELSEWHERE }));
    const places = gatherPlaces(here, besides(zone, taken), widthOf(zone), here === notes);
    const moved = places.filter((place) => {
      const before = note(place.id);
      return before === undefined || before.zone !== zone || before.x !== place.x || before.y !== place.y;
    });
    moveNotes(
      doc,
      moved.map(({ id, x, y }) => ({ id, zone, x, y, withGroup: true as const })),
      'user',
    );
  }

  return {
    groups,
    groupOf: (id) => {
      const group = note(id)?.group;
      const held = group === undefined ? undefined : groups().get(group);
      return held?.notes.some((each) => each.id === id) ? held : undefined;
    },
    linkedTo: (id) =>
      linksOf(board().links, (end) => note(end) !== undefined).flatMap(({ from, to }) =>
        from === id ? [to] : to === id ? [from] : [],
      ),
    group: (ids, name) => {
      const notes = found(ids);
      const [first] = notes;
      if (first === undefined) return NOTHING;
      const { zone } = first;
      const id = createId<GroupId>();
      const taken = notes.map((each) => each.id);
      const done = change((doc) => {
        const left = emptied(new Set(taken));
        gather(doc, notes, zone);
        addGroup(doc, { id, name, zone }, taken, 'user');
        for (const group of left) removeGroup(doc, group, [], 'user');
      });
      return done.ok ? { ok: true, id } : done;
    },
    join: (ids, id) => {
      const held = groups().get(id);
      const joining = found(ids).filter((each) => each.group !== id);
      const taken = joining.map((each) => each.id);
      if (held === undefined || joining.length === 0) return NOTHING;
      const left = emptied(new Set(taken));
      return change((doc) => {
        gather(doc, [...held.notes, ...joining], held.group.zone);
        setGroup(doc, taken, id, 'user');
        for (const group of left) removeGroup(doc, group, [], 'user');
      });
    },
    rename: (group, name) => change((doc) => changeGroup(doc, group, { name }, 'user')),
    leave: (ids) => {
      const leaving = found(ids).filter((each) => (each.group ?? '') !== '');
      if (leaving.length === 0) return NOTHING;
      const left = emptied(new Set(leaving.map(({ id }) => id)));
      return change((doc) => {
        setGroup(
          doc,
          leaving.map(({ id }) => id),
          '',
          'user',
        );
        for (const group of left) removeGroup(doc, group, [], 'user');
        moveNotes(
          doc,
          outside(leaving).map(({ id, zone, x, y }) => ({ id, zone, x, y })),
          'user',
        );
      });
    },
    dissolve: (group) => {
      const held = board().notes;
      const members = [...held.values()].filter((each) => each.group === group).map(({ id }) => id);
      return change((doc) => removeGroup(doc, group, members, 'user'));
    },
    sendGroup: (group, zone) => {
      const held = groups().get(group);
      if (held === undefined) return NOTHING;
      return change((doc) => {
        gather(doc, held.notes, zone);
        changeGroup(doc, group, { zone }, 'user');
      });
    },
    link: (a, b) => {
      if (a === b || note(a) === undefined || note(b) === undefined) return NOTHING;
      const known = linksBetween(board().links, a, b);
      const done = change((doc) => {
        if (known.length > 0) removeLinks(doc, known, 'user');
        else addLink(doc, { id: createId<LinkId>(), from: a, to: b }, 'user');
      });
      return done.ok ? { ok: true, linked: known.length === 0 } : done;
    },
    mayTidy,
    tidy: (zone) => {
      if (!mayTidy(zone)) return NOTHING;
      const all = notesIn(zone);
      const held = [...groups().values()].filter(({ group }) => group.zone === zone);
      const inGroup = new Set(held.flatMap(({ notes }) => notes.map(({ id }) => id)));
      const loose = all.filter(({ id }) => !inGroup.has(id));
      const places = tidyPlaces(
        loose,
        held.map(({ notes }) => notes),
        widthOf(zone),
      );
      const moves = places.filter(({ id, x, y }) => note(id)?.x !== x || note(id)?.y !== y);
      if (moves.length === 0) return NOTHING;
      const done = change((doc) =>
        moveNotes(
          doc,
          moves.map(({ id, x, y }) => ({ id, zone, x, y })),
          'user',
        ),
      );
      return done.ok ? { ok: true, moved: moves.length } : done;
    },
    mayCopy: model.isOwn,
    copy: (id, zone) => {
      const original = note(id);
      if (original === undefined) return { ok: false, reason: 'nothing' };
      if (!model.isOwn(original)) return { ok: false, reason: 'notOwn' };
      return model.actions.addNote({ zone, text: original.text });
    },
  };
}

const NOTHING = { ok: false, reason: 'nothing' } as const;
/** Notes of another zone come after those that lie here when they are put in reading order, board units. */
const ELSEWHERE = 100_000;
