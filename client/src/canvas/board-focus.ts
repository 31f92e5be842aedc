/** Where one is on the board: what is selected, which zone one is in, and what is brought into view. */
import type { Rect } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import type { BoardOptions } from './board-options.ts';
import type { BoardWalk } from './board-walk.ts';
import type { CameraRig } from './camera-rig.ts';
import type { OwnPresence } from './own-presence.ts';
import type { Scene } from './scene.ts';

export interface BoardFocus {
  select(ids: readonly NoteId[]): void;
  /** Selects a note for the list, and brings it into view. */
  focusNote(id: NoteId | undefined): void;
  /** One is in this zone from now on. */
  be(zone: ZoneId | undefined): void;
  /** The zone of the note that is selected, else the last that was pointed at, walked to or written in. */
  zone(): ZoneId | undefined;
  /** Moves the camera as little as it can. */
  bringIntoView(id: NoteId): void;
  reveal(rect: Rect): void;
  lookAtZone(id: ZoneId): void;
  lookAtNote(id: NoteId): void;
}

interface Parts {
  readonly options: Pick<BoardOptions, 'selection' | 'follow'>;
  readonly scene: Scene;
  readonly rig: CameraRig;
  readonly presence: OwnPresence;
  readonly walk: BoardWalk;
}

const LOOK = { share: 0.92, ms: 420 } as const;
/** A note that is looked at stands among its neighbours: so many times its size is in view. */
const AROUND = 4;

export function createBoardFocus({ options, scene, rig, presence, walk }: Parts): BoardFocus {
  const { selection } = options;
  let zone: ZoneId | undefined;

  const rectOf = (id: NoteId): Rect | undefined => {
    const at = scene.resting(id);
    return at === undefined ? undefined : { x: at.x, y: at.y, w: NOTE_SIZE.w, h: NOTE_SIZE.h };
  };
  const reveal = (rect: Rect): void => {
    if (!options.follow) rig.reveal(rect);
  };
  const focus: BoardFocus = {
    select: (ids) => {
      const current = selection.get();
      if (ids.length === current.size && ids.every((id) => current.has(id))) return;
      selection.set(new Set(ids));
      const [only] = ids;
      if (only !== undefined) focus.be(scene.note(only)?.zone);
    },
    focusNote: (id) => {
      const current = selection.get();
      // The list has no word for several notes: its nothing leaves them, and what it mirrors is there already.
      if (id === undefined ? current.size !== 1 : current.size === 1 && current.has(id)) return;
      focus.select(id === undefined ? [] : [id]);
      if (id !== undefined) focus.bringIntoView(id);
    },
    be: (next) => {
      if (next === undefined) return;
      zone = next;
      presence.be(next);
    },
    zone: () => {
      const [only] = selection.get();
      return (only === undefined ? undefined : scene.note(only)?.zone) ?? zone ?? walk.zoneInView();
    },
    bringIntoView: (id) => {
      const rect = rectOf(id);
      if (rect !== undefined) reveal(rect);
    },
    reveal,
    lookAtZone: (id) => {
      const rect = scene.rects().get(id);
      if (rect === undefined) return;
      focus.be(id);
      rig.lookAt(rect, LOOK.share, LOOK.ms);
    },
    lookAtNote: (id) => {
      const rect = rectOf(id);
      if (rect === undefined) return;
      focus.select([id]);
      const [w, h] = [rect.w * AROUND, rect.h * AROUND];
      const around = { x: rect.x + (rect.w - w) / 2, y: rect.y + (rect.h - h) / 2, w, h };
      rig.lookAt(around, LOOK.share, LOOK.ms);
    },
  };
  return focus;
}
