/** Going over the board without a pointer: to the next note, the next zone, a zone by its number. */
import type { Rect } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { notesIn } from '@ruimte/shared/projection/board';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { viewRect } from '../model/camera.ts';
import { splitZone } from '../model/list-order.ts';
import { type Direction, nearestInDirection } from '../model/tools/neighbour.ts';
import type { CameraRig } from './camera-rig.ts';
import type { Scene } from './scene.ts';

export interface BoardWalk {
  /** The note next to the selected one; without one, the first of the zone one is in. */
  nextNote(from: NoteId | undefined, direction: Direction): NoteId | undefined;
  nextZone(from: ZoneId, direction: Direction): ZoneId | undefined;
  zoneNumber(number: number): ZoneId | undefined;
  /** The zone before or after this one in reading order; undefined at the ends. */
  zoneInOrder(from: ZoneId, step: 1 | -1): ZoneId | undefined;
  /** The notes of a zone in the order of the list. */
  notesOf(zone: ZoneId): readonly NoteId[];
  firstNote(zone: ZoneId): NoteId | undefined;
  /** The zone in the middle of the view; never the empty space, which is not offered unasked. */
  zoneInView(): ZoneId | undefined;
}

/** Ways over a scene as it is at the moment of asking. */
export function createBoardWalk(scene: Scene, rig: CameraRig): BoardWalk {
  const noteRect = (id: NoteId): Rect | undefined => {
    const at = scene.resting(id);
    return at === undefined ? undefined : { x: at.x, y: at.y, w: NOTE_SIZE.w, h: NOTE_SIZE.h };
  };
  function* noteRects(): Iterable<readonly [NoteId, Rect]> {
    for (const id of scene.board().notes.keys()) {
      const rect = noteRect(id);
      if (rect !== undefined) yield [id, rect];
    }
  }
  const walk: BoardWalk = {
    nextNote: (from, direction) => {
      const rect = from === undefined ? undefined : noteRect(from);
      if (rect !== undefined) return nearestInDirection(rect, noteRects(), direction);
      const zone = walk.zoneInView();
      return (
        (zone === undefined ? undefined : walk.firstNote(zone)) ?? scene.board().notes.keys().next().value
      );
    },
    nextZone: (from, direction) => {
      const rect = scene.rects().get(from);
      return rect === undefined ? undefined : nearestInDirection(rect, scene.rects(), direction);
    },
    zoneNumber: (number) => scene.board().zones[number - 1]?.id,
    zoneInOrder: (from, step) => {
      const { zones } = scene.board();
      return zones[zones.findIndex(({ id }) => id === from) + step]?.id;
    },
    notesOf: (zone) => {
      const { groups } = scene.board();
      const named = new Map(groups.map((group) => [group.id, group]));
      const content = splitZone(notesIn(scene.board(), zone), named);
      return [...content.loose, ...content.groups.flatMap(({ notes }) => notes)].map(({ id }) => id);
    },
    firstNote: (zone) => walk.notesOf(zone)[0],
    zoneInView: () => {
      const view = viewRect(rig.camera.get(), rig.size());
      const x = view.x + view.w / 2;
      const y = view.y + view.h / 2;
      let best: ZoneId | undefined;
      let nearest = Infinity;
      for (const zone of scene.board().zones) {
        const rect = scene.rects().get(zone.id);
        if (rect === undefined || zone.kind === 'empty') continue;
        const distance = Math.hypot(rect.x + rect.w / 2 - x, rect.y + rect.h / 2 - y);
        if (distance >= nearest) continue;
        nearest = distance;
        best = zone.id;
      }
      return best;
    },
  };
  return walk;
}
