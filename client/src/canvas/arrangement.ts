/**
 * Groups and links as they lie on the board, kept up to date from the model. What changed is worked out again when it
 * is next drawn, and nothing else: a note that moves among ten thousand costs what it costs among ten.
 */
import { type LinkCurve, linkCurve } from '@ruimte/shared/drawing/draw-link';
import type { BoardPoint, Rect } from '@ruimte/shared/geometry';
import type { GroupId, LinkId, NoteId, ZoneId } from '@ruimte/shared/ids';
import { GROUP_BOX, groupBox } from '@ruimte/shared/projection/groups';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { linksOf } from '@ruimte/shared/projection/links';
import type { Group, Link } from '@ruimte/shared/schema/group';
import type { MeetupModel } from '../model/meetup-model.ts';
import type { Scene } from './scene.ts';

/** A group that holds something. */
export interface ShownGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly zone: ZoneId;
  readonly members: ReadonlySet<NoteId>;
  /** The box around its notes where they lie, on the board. */
  readonly rect: Rect;
}

/** A line of which both ends are on the board. */
export interface ShownLink {
  readonly id: LinkId;
  readonly from: NoteId;
  readonly to: NoteId;
  /** As it runs between the notes where they lie. */
  readonly curve: LinkCurve;
  /** True while both lie where they lay when the curve was worked out. */
  isStill(): boolean;
}

/** Where a note is shown now; undefined when it is not there. */
export type PlaceOf = (id: NoteId) => BoardPoint | undefined;

export interface Arrangement {
  groups(): Iterable<ShownGroup>;
  links(): Iterable<ShownLink>;
  groupOf(note: NoteId): ShownGroup | undefined;
  group(id: GroupId): ShownGroup | undefined;
  /** True when a box or a line follows the note. */
  isTied(note: NoteId): boolean;
  /** The group whose name or frame lies under a point. @param slack - width of the frame to each side, board units. */
  groupAt(point: BoardPoint, slack: number): GroupId | undefined;
  close(): void;
}

const rectAt = ({ x, y }: BoardPoint): Rect => ({ x, y, w: NOTE_SIZE.w, h: NOTE_SIZE.h });

const isSame = (a: BoardPoint | undefined, b: BoardPoint | undefined): boolean =>
  a?.x === b?.x && a?.y === b?.y;

/** The box of a group around its notes where they are shown now; undefined when none is there. */
export function boxAround(members: Iterable<NoteId>, placeOf: PlaceOf): Rect | undefined {
  const places = [...members].flatMap((id) => placeOf(id) ?? []);
  return places.length === 0 ? undefined : groupBox(places);
}

/** The line between two notes where they are shown now; undefined when one is not there. */
export function curveBetween(
  from: NoteId,
  to: NoteId,
  placeOf: PlaceOf,
  isCovered?: (at: { readonly x: number; readonly y: number }) => boolean,
): LinkCurve | undefined {
  const [a, b] = [placeOf(from), placeOf(to)];
  return a === undefined || b === undefined ? undefined : linkCurve(rectAt(a), rectAt(b), isCovered);
}

/**
 * Follows the groups and links of a model until it is closed.
 * @param scene - follows the same model, and was made earlier, so that it knows of every change first.
 * @param changed - boxes or lines no longer lie as they were drawn.
 */
export function createArrangement(
  model: Pick<MeetupModel, 'board'>,
  scene: Pick<Scene, 'resting' | 'note' | 'index'>,
  changed: () => void,
): Arrangement {
  let { groups: allGroups, links: allLinks } = model.board.get();
  let rects = model.board.rects.get();
  let named = new Map<GroupId, Group>();
  /** The group each note says it is in, whether or not it is in the same zone. */
  const saysIn = new Map<NoteId, GroupId>();
  const says = new Map<GroupId, Set<NoteId>>();
  let shownGroups = new Map<GroupId, ShownGroup | undefined>();
  let ends = new Map<NoteId, Link[]>();
  let shownLinks: Map<LinkId, ShownLink | undefined> | undefined;
  let linkById = new Map<LinkId, Link>();

  function say(note: NoteId): void {
    const before = saysIn.get(note);
    const after = scene.note(note)?.group;
    for (const group of [before, after]) if (group !== undefined) shownGroups.delete(group);
    if (before === after) return;
    if (before !== undefined) says.get(before)?.delete(note);
    if (after === undefined) {
      saysIn.delete(note);
      return;
    }
    saysIn.set(note, after);
    const notes = says.get(after) ?? new Set();
    says.set(after, notes.add(note));
  }
  function readGroups(): void {
    named = new Map(allGroups.map((group) => [group.id, group]));
    shownGroups = new Map();
  }
  function readLinks(): void {
    ends = new Map();
    for (const link of allLinks) {
      for (const end of [link.from, link.to]) {
        const others = ends.get(end);
        if (others === undefined) ends.set(end, [link]);
        else others.push(link);
      }
    }
    shownLinks = undefined;
  }
  /** Which lines there are; how each runs is worked out when it is drawn. */
  function knownLinks(): Map<LinkId, ShownLink | undefined> {
    if (shownLinks !== undefined) return shownLinks;
    linkById = new Map(
      linksOf(allLinks, (id) => scene.note(id) !== undefined).map((link) => [link.id, link]),
    );
    shownLinks = new Map([...linkById.keys()].map((id) => [id, undefined]));
    return shownLinks;
  }
  function showGroup(id: GroupId): ShownGroup | undefined {
    if (shownGroups.has(id)) return shownGroups.get(id);
    const group = named.get(id);
    const members = new Set(
      [...(says.get(id) ?? [])].filter((note) => scene.note(note)?.zone === group?.zone),
    );
    const rect = boxAround(members, scene.resting);
    const shown =
      group === undefined || rect === undefined
        ? undefined
        : { id, name: group.name, zone: group.zone, members, rect };
    shownGroups.set(id, shown);
    return shown;
  }

  function* groups(): Iterable<ShownGroup> {
    for (const id of named.keys()) {
      const shown = showGroup(id);
      if (shown !== undefined) yield shown;
    }
  }
  function* links(): Iterable<ShownLink> {
    const known = knownLinks();
    for (const [id, link] of linkById) {
      let shown = known.get(id);
      if (shown === undefined) {
        const curve = curveBetween(link.from, link.to, scene.resting, scene.index.covers);
        if (curve === undefined) continue;
        const [from, to] = [scene.resting(link.from), scene.resting(link.to)];
        const isStill = (): boolean =>
          isSame(from, scene.resting(link.from)) && isSame(to, scene.resting(link.to));
        shown = { ...link, curve, isStill };
        known.set(id, shown);
      }
      yield shown;
    }
  }

  const unwatch = [
    model.board.onNotesChanged((ids) => {
      let touched = false;
      for (const id of ids) {
        const note = scene.note(id);
        if (saysIn.has(id) || note?.group !== undefined) {
          say(id);
          touched = true;
        }
        const tied = ends.get(id);
        if (tied === undefined) continue;
        touched = true;
        for (const link of tied) {
          // A line whose end came or went is there or not; of the others only the way changes.
          if (note === undefined || shownLinks?.has(link.id) !== true) shownLinks = undefined;
          else shownLinks.set(link.id, undefined);
        }
      }
      if (touched) changed();
    }),
    model.board.subscribe(() => {
      const next = model.board.get();
      const moved = model.board.rects.get() !== rects;
      if (next.groups === allGroups && next.links === allLinks && !moved) return;
      rects = model.board.rects.get();
      if (next.groups !== allGroups || moved) {
        allGroups = next.groups;
        readGroups();
      }
      if (next.links !== allLinks) {
        allLinks = next.links;
        readLinks();
      } else if (moved) {
        // A zone that grew moves what lies below it, and nothing else.
        for (const [id, link] of shownLinks ?? [])
          if (link?.isStill() === false) shownLinks?.set(id, undefined);
      }
      changed();
    }),
  ];
  for (const note of model.board.get().notes.values()) if (note.group !== undefined) say(note.id);
  readGroups();
  readLinks();

  const groupOf = (note: NoteId): ShownGroup | undefined => {
    const id = saysIn.get(note);
    const shown = id === undefined ? undefined : showGroup(id);
    return shown?.members.has(note) === true ? shown : undefined;
  };
  return {
    groups,
    links,
    groupOf,
    group: showGroup,
    isTied: (note) => saysIn.has(note) || ends.has(note),
    groupAt: (point, slack) => {
      let found: GroupId | undefined;
      for (const { id, rect } of groups()) {
        const [dx, dy] = [point.x - rect.x, point.y - rect.y];
        // How far inside the sides and the bottom; at the top is the name.
        const deep = Math.min(dx, rect.w - dx, rect.h - dy);
        const isFrame = deep <= slack || dy <= Math.max(slack, GROUP_BOX.top);
        if (isFrame && Math.min(deep, dy) >= -slack) found = id;
      }
      return found;
    },
    close: () => {
      for (const stop of unwatch) stop();
    },
  };
}
