/** What this screen shows the others: pointer, notes in the hand, open text field, zone. */
import type { BoardPoint } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { MeetupModel, PresenceChange } from '../model/meetup-model.ts';

export interface OwnPresence {
  /** Undefined when the pointer left the board. */
  point(at: BoardPoint | undefined): void;
  carry(ids: readonly NoteId[], dx: number, dy: number): void;
  letGo(): void;
  type(note: NoteId | undefined): void;
  be(zone: ZoneId): void;
}

/** So many ids fit in the two kilobytes of a presence. Of what is carried besides, the others see where it is laid. */
const MOST_CARRIED = 60;

/** Presence of a model; nothing is shown when `silent`, on the wall and for boards that are only read. */
export function createOwnPresence(model: Pick<MeetupModel, 'setPresence'>, silent: boolean): OwnPresence {
  const show = (change: PresenceChange): void => {
    if (!silent) model.setPresence(change);
  };
  return {
    point: (at) => show({ cursor: at && [Math.round(at.x), Math.round(at.y)] }),
    carry: (notes, dx, dy) =>
      show({ drag: { notes: notes.slice(0, MOST_CARRIED), dx: Math.round(dx), dy: Math.round(dy) } }),
    letGo: () => show({ drag: undefined }),
    type: (editing) => show({ editing }),
    be: (zone) => show({ zone }),
  };
}
