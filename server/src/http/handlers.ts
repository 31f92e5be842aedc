/** What a handler of the HTTP interface is given, and the questions every handler asks of a session. */
import { RuimteError } from '@ruimte/shared/errors';
import type { MeetupId } from '@ruimte/shared/ids';
import type { ApiName, ApiRequest, ApiResponse } from '@ruimte/shared/protocol/api';
import { may, type Right } from '@ruimte/shared/rights';
import type { GuessLimit } from '../access/guess-limit.ts';
import type { Tickets } from '../access/tickets.ts';
import type { Clock } from '../clock.ts';
import type { Meetup } from '../meetup/meetup.ts';
import type { Meetups } from '../meetup/meetups.ts';
import type { Session, Sessions } from '../meetup/sessions.ts';
import type { Views } from '../meetup/views.ts';
import type { CommitLoop } from '../relay/commit-loop.ts';
import type { Rooms } from '../relay/rooms.ts';
import type { SocketServer } from '../relay/socket-server.ts';
import type { PersonRecord, Store } from '../store/store.ts';

/** Everything the handlers work with. */
export interface Services {
  readonly store: Store;
  readonly loop: CommitLoop;
  readonly rooms: Rooms;
  readonly meetups: Meetups;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly views: Views;
  readonly guesses: GuessLimit;
  readonly clock: Clock;
  readonly sockets: () => SocketServer;
  /** Checks the organiser's passphrase. @throws RuimteError `wrongPassphrase`, `slowDown` */
  readonly checkPassphrase: (typed: string) => Promise<void>;
  /** Uses a one-time sign-in link up. @throws RuimteError `usedSignInLink` */
  readonly redeemSignInLink: (secret: string) => Promise<void>;
}

export interface HandlerContext<Name extends ApiName> {
  readonly request: ApiRequest<Name>;
  /** Undefined without a bearer token or with one that means nothing. */
  readonly session: Session | undefined;
}

/** Every endpoint but health, which answers with a status of its own. */
export type HandledName = Exclude<ApiName, 'health'>;

export type Handlers = {
  readonly [Name in HandledName]: (
    services: Services,
    context: HandlerContext<Name>,
  ) => ApiResponse<Name> | Promise<ApiResponse<Name>>;
};

/** @throws RuimteError `signInNeeded` */
export function needSession(session: Session | undefined): Session {
  if (session === undefined) throw new RuimteError('signInNeeded', 'no session');
  return session;
}

/** The session, when its role has the right. @throws RuimteError `signInNeeded`, `forbidden` */
export function needRight(session: Session | undefined, right: Right): Session {
  const known = needSession(session);
  if (!may(known.record.role, right)) throw new RuimteError('forbidden', `this role may not ${right}`);
  return known;
}

/** The session's own meet-up and person. @throws RuimteError `signInNeeded`, `forbidden` */
export function needPerson(
  session: Session | undefined,
  right: Right,
): { readonly session: Session; readonly meetup: Meetup; readonly person: PersonRecord } {
  const known = needRight(session, right);
  if (known.meetup === undefined || known.person === undefined) {
    throw new RuimteError('forbidden', 'this session belongs to nobody in a meet-up');
  }
  return { session: known, meetup: known.meetup, person: known.person };
}

/**
 * A meet-up this session may manage: any for the organiser, its own for a facilitator.
 * @throws RuimteError `signInNeeded`, `forbidden`, `notFound`
 */
export function managedMeetup(services: Services, session: Session | undefined, id: MeetupId): Meetup {
  const known = needRight(session, 'manageMeetup');
  const meetup = services.meetups.get(id);
  if (known.record.role !== 'organiser' && known.meetup !== meetup) {
    throw new RuimteError('forbidden', 'another meet-up');
  }
  return meetup;
}
