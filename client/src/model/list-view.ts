/**
 * The board as the list shows it, kept up to date by change events. A zone in which nothing changed that the list shows
 * stays the same object, so that nothing of it is drawn again; notes that are only dragged about cost nothing at all.
 */
import type { GroupId, NoteId, ZoneId } from '@ruimte/shared/ids';
import { linksOf } from '@ruimte/shared/projection/links';
import type { Group, Link } from '@ruimte/shared/schema/group';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { byArrival, type ListNote, splitZone, type ZoneContent } from './list-order.ts';
import type { BoardView } from './meetup-model.ts';
import type { Readable } from './readable.ts';

export interface ListZone extends ZoneContent {
  readonly zone: Zone;
  /** All notes of the zone, loose or in a group. */
  readonly count: number;
}

export interface ListBoard {
  /** In reading order. */
  readonly zones: readonly ListZone[];
  /** The notes at the other end of the lines of a note; a note without lines is not in it. */
  readonly links: ReadonlyMap<NoteId, readonly NoteId[]>;
}

export interface ListView extends Readable<ListBoard> {
  stop(): void;
}

/** Follows a board until it is stopped. */
export function createListView(board: BoardView): ListView {
  const shown = new Map<NoteId, ListNote>();
  /** Per zone, in order of arrival. */
  const zoneNotes = new Map<ZoneId, ListNote[]>();
  const pending = new Set<NoteId>(board.get().notes.keys());
  const stale = new Set<ZoneId>();
  let built = new Map<ZoneId, ListZone>();
  let zones: readonly Zone[] = [];
  let groups: readonly Group[] = [];
  let links: readonly Link[] = [];
  let groupById: ReadonlyMap<GroupId, Group> = new Map();
  let view: ListBoard = { zones: [], links: new Map() };
  const stopNotes = board.onNotesChanged((ids) => {
    for (const id of ids) pending.add(id);
  });

  function takeNote(id: NoteId): { readonly cameOrWent: boolean } {
    const before = shown.get(id);
    const after = board.note(id);
    if (before !== undefined && after !== undefined && looksTheSame(before, after)) return SAME;
    if (before !== undefined) {
      const list = zoneNotes.get(before.zone) ?? [];
      list.splice(list.indexOf(before), 1);
      stale.add(before.zone);
    }
    if (after === undefined) shown.delete(id);
    else {
      const list = zoneNotes.get(after.zone) ?? [];
      zoneNotes.set(after.zone, list);
      const note = withoutPlace(after);
      list.splice(placeIn(list, note), 0, note);
      shown.set(id, note);
      stale.add(after.zone);
    }
    return (before === undefined) === (after === undefined) ? SAME : CAME_OR_WENT;
  }

  function takeGroups(): void {
    const next = board.part('groups');
    if (next === groups) return;
    const nextById = new Map(next.map((group) => [group.id, group]));
    for (const { id, zone } of [...groups, ...next]) {
      const [before, after] = [groupById.get(id), nextById.get(id)];
      if (before?.name === after?.name && before?.zone === after?.zone) continue;
      stale.add(zone);
    }
    groups = next;
    groupById = nextById;
  }

  function get(): ListBoard {
    let cameOrWent = false;
    for (const id of pending) if (takeNote(id).cameOrWent) cameOrWent = true;
    pending.clear();
    takeGroups();
    const nextZones = board.part('zones');
    const nextLinks = board.part('links');
    const zonesSame = nextZones === zones && stale.size === 0;
    const linksSame = nextLinks === links && !(cameOrWent && links.length > 0);
    if (zonesSame && linksSame) return view;
    if (!zonesSame) {
      const before = built;
      built = new Map(
        nextZones.map((zone) => {
          const known = before.get(zone.id);
          if (known?.zone === zone && !stale.has(zone.id)) return [zone.id, known];
          const notes = zoneNotes.get(zone.id) ?? [];
          return [zone.id, { zone, count: notes.length, ...splitZone(notes, groupById) }];
        }),
      );
    }
    const linked = linksSame ? view.links : linkNotes(nextLinks, shown, view.links);
    zones = nextZones;
    links = nextLinks;
    stale.clear();
    view = { zones: zonesSame ? view.zones : [...built.values()], links: linked };
    return view;
  }
  get();
  return { get, subscribe: board.subscribe, stop: stopNotes };
}

const SAME = { cameOrWent: false } as const;
const CAME_OR_WENT = { cameOrWent: true } as const;

/** Where a note goes in a list in order of arrival; mostly the end. */
function placeIn(list: readonly ListNote[], note: ListNote): number {
  let at = list.length;
  for (let before = list[at - 1]; before !== undefined && byArrival(before, note) > 0; before = list[at - 1])
    at -= 1;
  return at;
}

function withoutPlace({ id, zone, text, author, community, at, group, late }: Note): ListNote {
  return {
    id,
    zone,
    text,
    author,
    community,
    at,
    ...(group === undefined ? {} : { group }),
    ...(late === undefined ? {} : { late }),
  };
}

function looksTheSame(a: ListNote, b: Note): boolean {
  return (
    a.zone === b.zone &&
    a.text === b.text &&
    a.group === b.group &&
    a.author === b.author &&
    a.community === b.community &&
    a.at === b.at &&
    a.late === b.late
  );
}

/** Both ends of every line; the list of a note whose lines are the same stays the same object. */
function linkNotes(
  links: readonly Link[],
  notes: ReadonlyMap<NoteId, unknown>,
  before: ListBoard['links'],
): ListBoard['links'] {
  const ends = new Map<NoteId, NoteId[]>();
  const add = (from: NoteId, to: NoteId): void => {
    const known = ends.get(from);
    if (known === undefined) ends.set(from, [to]);
    else known.push(to);
  };
  for (const { from, to } of linksOf(links, (id) => notes.has(id))) {
    add(from, to);
    add(to, from);
  }
  const linked = new Map<NoteId, readonly NoteId[]>();
  for (const [id, others] of ends) {
    others.sort();
    const known = before.get(id);
    const same = known?.length === others.length && known.every((each, index) => each === others[index]);
    linked.set(id, same ? known : others);
  }
  return linked;
}
