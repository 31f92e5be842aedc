/** A meet-up prepared and opened through the real interface, and the people who come in. */
import {
  createId,
  createSecret,
  type CommandId,
  type CommunityId,
  type FormatId,
  type RoundId,
} from '@ruimte/shared/ids';
import type { MeetupDetail, NewSession, Shows } from '@ruimte/shared/protocol/api';
import type { Command } from '@ruimte/shared/facilitation/commands';
import type { Ask, TestServer } from './start-server.ts';

const COMMUNITIES = ['De Blauwe Trap', 'Klinkerdijk', 'Spoor en Sloot'];

export interface TestMeetup {
  readonly detail: MeetupDetail;
  readonly organiser: string;
  readonly facilitator: NewSession;
  /** The secret behind the `#` of a link. */
  secret(role: 'participant' | 'facilitator' | 'wall'): string;
  join(name: string, options?: { device?: string; community?: CommunityId | '' }): Promise<NewSession>;
  openWall(): Promise<NewSession>;
  command(command: Command): Promise<number>;
  goTo(round: string): Promise<number>;
  ask: Ask;
}

export interface MeetupOptions {
  readonly format?: string;
  readonly communities?: readonly string[];
  /** `prepared` leaves it unopened, `trying` tries it, `open` opens it; default `open`. */
  readonly status?: 'prepared' | 'trying' | 'open';
  /** The round to go to; default "rondgang", in which everybody writes. */
  readonly round?: string | null;
  /** Default names. */
  readonly shows?: Shows;
}

/** Prepares a meet-up, goes in as facilitator and brings it to where the test begins. */
export async function prepareMeetup(server: TestServer, options: MeetupOptions = {}): Promise<TestMeetup> {
  const {
    format = 'vrij-associeren',
    communities = COMMUNITIES,
    status = 'open',
    round = 'rondgang',
    shows = 'names',
  } = options;
  const organiser = await server.organiser();
  const detail = await server.as(organiser)('createMeetup', {
    format: format as FormatId,
    title: 'Kick-off',
    date: '2025-11-14',
    locale: 'nl',
    communities: communities.map((name) => ({ name })),
    shows,
  });
  const facilitator = await server.as(organiser)('enterMeetup', { id: detail.id, device: createSecret() });
  const ask = server.as(facilitator.session);
  let revision = 0;
  const command = async (wanted: Command): Promise<number> => {
    ({ revision } = await ask('command', { id: createId<CommandId>(), command: wanted }));
    return revision;
  };
  const secret = (role: 'participant' | 'facilitator' | 'wall'): string =>
    detail.links[role].slice(detail.links[role].indexOf('#') + 1);
  const meetup: TestMeetup = {
    detail,
    organiser,
    facilitator,
    secret,
    command,
    ask,
    goTo: (id) => command({ type: 'goToRound', round: id as RoundId, fromRevision: revision }),
    join: (name, { device = createSecret(), community = detail.communities[0]?.id ?? '' } = {}) =>
      server.as()('join', { secret: secret('participant'), device, name, community }),
    openWall: () =>
      server.as()('join', { secret: secret('wall'), device: createSecret(), name: 'wall', community: '' }),
  };
  if (status === 'trying') await command({ type: 'try' });
  if (status === 'open') {
    await command({ type: 'open' });
    if (round !== null) await meetup.goTo(round);
  }
  return meetup;
}
