/** What this screen shows the others: pointer, notes in the hand, open text field, zone. */
import type { BoardPoint } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { MeetupModel, PresenceChange } from '../model/meetup-model.ts';
import { isPrivateRound } from './private-round.ts';

export interface OwnPresence {
  /** Undefined when the pointer left the board. */
  point(at: BoardPoint | undefined): void;
  carry(ids: readonly NoteId[], dx: number, dy: number): void;
  select(ids: readonly NoteId[]): void;
  letGo(): void;
  type(note: NoteId | undefined): void;
  be(zone: ZoneId): void;
}

/** So many ids fit in the two kilobytes of a presence. Of what is carried besides, the others see where it is laid. */
const MOST_CARRIED = 50;
const MOST_SELECTED = 16;

/** Presence of a model; nothing is shown when `silent`, on the wall and for boards that are only read. */
export function createOwnPresence(
  model: Pick<MeetupModel, 'setPresence' | 'session' | 'stage'>,
  silent: boolean,
): OwnPresence {
  const show = (change: PresenceChange): void => {
    if (!silent) model.setPresence(change);
  };
  return {
    point: (at) => {
      const shown = isPrivateRound(model) ? undefined : at;
      show({ cursor: shown && [Math.round(shown.x), Math.round(shown.y)] });
    },
    carry: (notes, dx, dy) =>
      show({ drag: { notes: notes.slice(0, MOST_CARRIED), dx: Math.round(dx), dy: Math.round(dy) } }),
    select: (selected) =>
      show({ selected: selected.length === 0 ? undefined : selected.slice(0, MOST_SELECTED) }),
    letGo: () => show({ drag: undefined }),
    type: (editing) => show({ editing }),
    be: (zone) => show({ zone }),
  };
}
