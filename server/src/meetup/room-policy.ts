/** Who may write in which document of a meet-up, and what is kept and looked at when somebody does. */
import type { Author } from '@ruimte/shared/alias';
import {
  type NoWriting,
  takesWrites,
  whyNotWriteBoard,
  whyNotWriteDesk,
} from '@ruimte/shared/facilitation/engine';
import type { ParticipantId } from '@ruimte/shared/ids';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { DocumentName } from '@ruimte/shared/protocol/document-name';
import { may } from '@ruimte/shared/rights';
import type { Stage } from '@ruimte/shared/schema/stage';
import type * as Y from 'yjs';
import type { Clock } from '../clock.ts';
import type { Holder } from '../relay/connection.ts';
import type { RoomPolicy } from '../relay/room-parts.ts';
import type { MeetupRecord, PersonRecord } from '../store/store.ts';

/** What of a meet-up its rooms hang on, as it is at the moment it is asked. */
export interface PolicySource {
  readonly record: MeetupRecord;
  readonly stage: Stage;
  readonly people: ReadonlyMap<ParticipantId, PersonRecord>;
  readonly hidesAuthors: boolean;
  /** Server time at which participants could last write, milliseconds; null when they never could. */
  readonly lastWritableAt: number | null;
  authorFor(participant: ParticipantId): Author;
  wroteOnDesk(person: ParticipantId): void;
  lookForStrays(board: Y.Doc): void;
}

/** The policy of one of the meet-up's rooms. */
export function roomPolicy(meetup: PolicySource, clock: Clock, name: DocumentName): RoomPolicy {
  return {
    sender: ({ role, participant }) => {
      const person = participant === null ? undefined : meetup.people.get(participant);
      if (person === undefined || name.kind === 'stage' || !may(role, 'writeBoard')) return undefined;
      if (name.kind === 'desk' && name.participant !== participant) return undefined;
      return {
        ...meetup.authorFor(person.id),
        community: person.community,
        facilitator: role === 'facilitator' && name.kind === 'board',
      };
    },
    whyNotWrite: (holder) => whyNotWrite(meetup, clock, holder, name.kind),
    hidesAuthors: () => meetup.hidesAuthors,
    changed: (doc) =>
      name.kind === 'desk' ? meetup.wroteOnDesk(name.participant) : meetup.lookForStrays(doc),
    removed: (notes, by) =>
      // What never lay on the board is nobody else's to bring back.
      (name.kind === 'board' ? notes : []).map((note) => ({
        kind: 'binned' as const,
        entry: { meetup: meetup.record.id, note, removedAt: clock.now(), removedBy: by },
      })),
  };
}

function whyNotWrite(
  { record: { format }, stage, lastWritableAt }: PolicySource,
  clock: Clock,
  { role }: Holder,
  kind: DocumentName['kind'],
): CloseReason | undefined {
  if (kind === 'desk') return closeReasonFor(whyNotWriteDesk(format, stage, role));
  const why = closeReasonFor(whyNotWriteBoard(format, stage, role));
  if (why !== 'locked') return why;
  return takesWrites(format, stage, role, lastWritableAt, clock.now()) ? undefined : why;
}

function closeReasonFor(why: NoWriting | undefined): CloseReason | undefined {
  if (why === undefined) return undefined;
  if (why === 'closed') return 'closed';
  return why === 'role' ? 'forbidden' : 'locked';
}
