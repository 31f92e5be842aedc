/** Tickets for the documents of a meet-up, as somebody with a session may have them. */
import { RuimteError } from '@ruimte/shared/errors';
import type { DocumentTicket } from '@ruimte/shared/protocol/api';
import { type DocumentKind, type DocumentName, toRoomName } from '@ruimte/shared/protocol/document-name';
import { may } from '@ruimte/shared/rights';
import type { Session } from '../meetup/sessions.ts';
import { needPerson, needRight, type Services } from './handlers.ts';

/** A ticket for the board, the stage or one's own desk. @throws RuimteError `forbidden`, `signInNeeded`. */
export function documentTicket(
  { tickets }: Pick<Services, 'tickets'>,
  session: Session | undefined,
  kind: DocumentKind,
): DocumentTicket {
  const { meetup, record } = needRight(session, 'readBoard');
  if (meetup === undefined) throw new RuimteError('forbidden', 'not in a meet-up');
  const { board, generation } = meetup.record;
  const name: DocumentName =
    kind === 'desk'
      ? { kind, board, participant: needPerson(session, 'ownDesk').person.id }
      : { kind, board };
  const room = toRoomName(name);
  return { ticket: tickets.issue({ room, generation, session: record.hash }), room, generation };
}

/** What a page needs to open a meet-up, given along with its session: asking again is a way there and back on bad Wi-Fi. */
export function openingTickets(
  services: Pick<Services, 'tickets'>,
  session: Session,
): { readonly board: DocumentTicket; readonly stage: DocumentTicket } | null {
  if (session.meetup === undefined || !may(session.record.role, 'readBoard')) return null;
  return {
    board: documentTicket(services, session, 'board'),
    stage: documentTicket(services, session, 'stage'),
  };
}
