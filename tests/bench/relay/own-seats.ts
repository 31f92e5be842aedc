/** Seats on our own server: meet-ups prepared and opened, and everybody let in, through the interface. */
import { createSignInLink } from '@ruimte/server/access/sign-in';
import { systemClock } from '@ruimte/server/clock';
import { callApi } from '@ruimte/client/model/api';
import { createId, createSecret, type CommandId, type FormatId, type RoundId } from '@ruimte/shared/ids';
import type { Command } from '@ruimte/shared/facilitation/commands';
import type { MeetupDetail, NewSession } from '@ruimte/shared/protocol/api';
import { SOCKET_PATH, SUBPROTOCOL, TICKET_PREFIX } from '@ruimte/shared/protocol/messages';
import type { Seat } from './job.ts';

const AT_ONCE = 20;

/** Signs in as the organiser. @returns the session's secret. */
export async function signIn(base: string, folder: string): Promise<string> {
  const link = new URL(await createSignInLink(folder, base, systemClock)).hash.replace('#sign-in=', '');
  return (await callApi('signIn', { link }, { base })).session;
}

/** Prepares one meet-up. @param organiser - the organiser's session. */
export function prepareMeetup(base: string, organiser: string, number: number): Promise<MeetupDetail> {
  const request = {
    format: 'vrij-associeren' as FormatId,
    title: `Bijeenkomst ${number}`,
    date: '2025-11-14',
    locale: 'nl' as const,
    communities: [{ name: 'Klinkerdijk' }],
  };
  return callApi('createMeetup', request, { base, session: organiser });
}

/** Lets so many people into each of so many meet-ups. */
export async function letPeopleIn(
  base: string,
  folder: string,
  meetups: number,
  people: number,
): Promise<readonly NewSession[]> {
  const organiser = await signIn(base, folder);
  const sessions: NewSession[] = [];
  for (let meetup = 0; meetup < meetups; meetup += 1) {
    const detail = await prepareMeetup(base, organiser, meetup + 1);
    const entering = { id: detail.id, device: createSecret() };
    const { session } = await callApi('enterMeetup', entering, { base, session: organiser });
    const command = (wanted: Command) =>
      callApi('command', { id: createId<CommandId>(), command: wanted }, { base, session });
    const { revision } = await command({ type: 'open' });
    await command({ type: 'goToRound', round: 'rondgang' as RoundId, fromRevision: revision });
    const secret = detail.links.participant.slice(detail.links.participant.indexOf('#') + 1);
    const community = detail.communities[0]?.id ?? '';
    const join = (number: number): Promise<NewSession> =>
      callApi('join', { secret, device: createSecret(), name: `Deelnemer ${number}`, community }, { base });
    sessions.push(...(await inGroups(people, join)));
  }
  return sessions;
}

/** A ticket for everybody, as our client asks for one; to be used within a minute. */
export function takeSeats(base: string, sessions: readonly NewSession[]): Promise<readonly Seat[]> {
  return inGroups(sessions.length, (number) => takeSeat(base, sessions[number], 'board'));
}

/** The same, for people who ask for a new ticket whenever they come back, and have the stage open too. */
export async function takeReturningSeats(
  base: string,
  sessions: readonly NewSession[],
): Promise<readonly Seat[]> {
  const take = (document: 'board' | 'stage'): Promise<readonly Seat[]> =>
    inGroups(sessions.length, async (number) => {
      const held = sessions[number];
      const seat = await takeSeat(base, held, document);
      const generation = held?.meetup?.generation ?? 1;
      return { ...seat, session: { secret: held?.session ?? '', document, generation } };
    });
  const [boards, stages] = [await take('board'), await take('stage')];
  return [...boards, ...stages.map((seat): Seat => ({ ...seat, author: '', aside: true }))];
}

async function takeSeat(
  base: string,
  held: NewSession | undefined,
  document: 'board' | 'stage',
): Promise<Seat> {
  if (held === undefined) throw new Error('a session is missing');
  const { session, community, participant, meetup } = held;
  const generation = meetup?.generation ?? 1;
  const { ticket, room } = await callApi('ticket', { document, generation }, { base, session });
  return {
    room,
    path: `${SOCKET_PATH}/${room}`,
    protocol: `${SUBPROTOCOL}, ${TICKET_PREFIX}${ticket}`,
    author: participant ?? '',
    community,
  };
}

async function inGroups<T>(count: number, make: (number: number) => Promise<T>): Promise<readonly T[]> {
  const made: T[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - from);
    made.push(...(await Promise.all(Array.from({ length }, (_, number) => make(from + number)))));
  }
  return made;
}
