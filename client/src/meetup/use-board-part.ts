/** One part of the board for a component that needs no other: it is not drawn again when a note moves. */
import type { Localized } from '@ruimte/shared/content/format';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import { useSyncExternalStore } from 'react';
import { useMeetup } from './context.ts';

type Parts = Omit<Board, 'notes'>;

/** The zones, communities, groups or links as they are now. The notes change too often to be followed this way. */
export function useBoardPart<Part extends keyof Parts>(part: Part): Parts[Part] {
  const { board } = useMeetup();
  return useSyncExternalStore(board.subscribe, () => board.part(part));
}

/** The zone a note lies in now; undefined without a note, or when it is gone. */
export function useZoneOf(note: NoteId | undefined): ZoneId | undefined {
  const { board } = useMeetup();
  return useSyncExternalStore(board.subscribe, () =>
    note === undefined ? undefined : board.note(note)?.zone,
  );
}

/** What a zone is called now; before the board has come as its format calls it. Undefined when there is no such zone. */
export function useZoneTitle(zone: ZoneId): Localized | undefined {
  const { session } = useMeetup();
  const isIt = ({ id }: { readonly id: ZoneId }): boolean => id === zone;
  return (useBoardPart('zones').find(isIt) ?? session.meetup.zones.find(isIt))?.title;
}
