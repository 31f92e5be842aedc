/** Says aloud what others lay in the space somebody is reading: one message per five seconds at most. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import { useEffect, useRef } from 'react';
import { phonePartsTexts } from '../i18n/phone-parts.ts';
import { useText } from '../i18n/use-text.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import { useAnnounce } from '../ui/Announcer.tsx';

const SAY_EVERY_MS = 5_000;

/** Follows the notes of the space; going to another space begins anew. */
export function useArrivals(
  notes: readonly Note[],
  zone: ZoneId | undefined,
  title: string,
  isOwn: MeetupModel['isOwn'],
): void {
  const announce = useAnnounce();
  const text = useText(phonePartsTexts).reading;
  const known = useRef({ zone, ids: new Set<NoteId>(notes.map(({ id }) => id)) });
  const arrived = useRef(0);
  useEffect(() => {
    if (known.current.zone === zone) {
      arrived.current += notes.filter((note) => !known.current.ids.has(note.id) && !isOwn(note)).length;
    } else arrived.current = 0;
    known.current = { zone, ids: new Set(notes.map(({ id }) => id)) };
  }, [notes, zone, isOwn]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (arrived.current > 0) announce(text.arrived(arrived.current, title));
      arrived.current = 0;
    }, SAY_EVERY_MS);
    return () => clearInterval(timer);
  }, [announce, text, title]);
}
