/** Real meet-ups of the product with so many notes, laid by people through the standard client. */
import { createId, type CommunityId, type NoteId, type RoundId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { readZones } from '@ruimte/shared/projection/board';
import { rootOf } from '@ruimte/shared/schema/document';
import { addNotes } from '@ruimte/shared/schema/edits/notes';
import { prepareMeetup, type TestMeetup } from '../../support/meetup.ts';
import type { TestServer } from '../../support/start-server.ts';
import { openStandard, type StandardClient } from '../../support/standard-client.ts';
import { waitFor } from '../../support/wait-for.ts';
import { type LaidNote, type Laying, type Layout, layOut } from './layout.ts';

/** People in the room: as many as have cursors. Some of them have written. */
const PEOPLE = 50;
const WRITERS = 10;
const AT_ONCE = 100;
const ARRIVES_MS = 60_000;
const COMMUNITIES = ['De Blauwe Trap', 'Klinkerdijk', 'Spoor en Sloot'];

export interface FullMeetup {
  readonly meetup: TestMeetup;
  readonly layout: Layout;
  /** By the number of the note. */
  readonly ids: readonly NoteId[];
  readonly people: readonly NewSession[];
  /** Somebody who looks on. */
  readonly observer: StandardClient;
}

/** Prepares and opens a meet-up and lays the notes; all are kept when it resolves. */
export async function fillMeetup(
  server: TestServer,
  amount: number,
  laying: Laying,
  defer: (clean: () => void) => void,
): Promise<FullMeetup> {
  const meetup = await prepareMeetup(server, { communities: COMMUNITIES });
  const { communities } = meetup.detail;
  const community = (index: number): CommunityId | '' => communities[index % communities.length]?.id ?? '';
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, index) =>
      meetup.join(`Deelnemer ${index}`, { community: community(index) }),
    ),
  );
  const observer = await openStandard(server, meetup.facilitator, { defer });
  await observer.synced();
  const layout = layOut(readZones(observer.doc), amount, laying, WRITERS);
  const ids: NoteId[] = [];
  for (const [number, session] of people.slice(0, WRITERS).entries()) {
    const client = await openStandard(server, session, { defer });
    const has = async (notes: number): Promise<void> =>
      void (await waitFor(
        `${notes} notes`,
        () => rootOf(client.doc, 'notes').size === notes && rootOf(observer.doc, 'notes').size === notes,
        ARRIVES_MS,
      ));
    await client.synced();
    const own = layout.notes.filter(({ author }) => author === number);
    for (let from = 0; from < own.length; from += AT_ONCE) {
      await has(ids.length);
      const added = own.slice(from, from + AT_ONCE).map((note) => toNew(note, session));
      addNotes(client.doc, added, 'user');
      ids.push(...added.map(({ id }) => id));
    }
    await has(ids.length);
    client.leave();
  }
  return { meetup, layout, ids, people, observer };
}

function toNew(note: LaidNote, session: NewSession) {
  if (session.participant === null) throw new Error('the wall lays no notes');
  return {
    id: createId<NoteId>(),
    zone: note.zone.id,
    ...note.inZone,
    text: note.text,
    author: session.participant,
    community: session.community,
    round: 'rondgang' as RoundId,
    at: session.now,
  };
}
