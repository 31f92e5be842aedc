/** What the HTTP interface shows of a meet-up, per role. */
import type { Format, Localized } from '@ruimte/shared/content/format';
import { SPACES } from '@ruimte/shared/content/spaces';
import type {
  FormatSummary,
  JoinAddress,
  LinkView,
  MeetupDetail,
  MeetupSummary,
  MeetupView,
  PersonView,
  SessionView,
  ZoneText,
} from '@ruimte/shared/protocol/api';
import type { ParticipantId } from '@ruimte/shared/ids';
import { may, type Role } from '@ruimte/shared/rights';
import { showCode } from '../access/join-code.ts';
import { zonesOf } from './board-layout.ts';
import type { Meetup } from './meetup.ts';
import type { BinRecord } from '../store/store.ts';
import type { Meetups } from './meetups.ts';
import type { Session } from './sessions.ts';

/** Addresses of this server, the best for phones first; without trailing slash. */
export type Addresses = () => readonly string[];

/** Shows meet-ups as the API does. */
export class Views {
  readonly #meetups: Meetups;
  readonly #addresses: Addresses;

  constructor(meetups: Meetups, addresses: Addresses) {
    this.#meetups = meetups;
    this.#addresses = addresses;
  }

  /** A meet-up as somebody with this role sees it. */
  meetup(meetup: Meetup, role: Role): MeetupView {
    const { id, board, generation, title, date, locale, status, format, previous, shows } = meetup.record;
    const seesTips = may(role, 'seeTips');
    return {
      id,
      board,
      generation,
      title,
      date,
      locale,
      status,
      form: meetup.stage.form,
      shows: shows ?? 'names',
      format: { id: format.id, title: format.title, purpose: format.purpose },
      layout: format.layout.kind,
      rounds: format.rounds.map(({ tip, ...round }) => (seesTips ? { ...round, tip } : round)),
      zones: format.layout.zones.map((zone) => zoneText(format, zone)),
      previous,
      ...(role === 'participant' ? {} : { joining: this.joining(meetup) }),
    };
  }

  /** How others join this meet-up, by the best address there is. */
  joining(meetup: Meetup): JoinAddress {
    const base = this.#addresses()[0] ?? '';
    const { status, code } = meetup.record;
    return {
      code: status === 'trying' || status === 'open' ? showCode(code) : null,
      address: base.replace(/^https?:\/\//, ''),
      link: `${base}/j#${this.#meetups.linkSecret(meetup, 'participant')}`,
    };
  }

  /** A meet-up as the organiser's list shows it. */
  summary(meetup: Meetup): MeetupSummary {
    const { id, title, date, status, format, communities } = meetup.record;
    return {
      id,
      title,
      date,
      status,
      format: format.title,
      communities: communities.filter(({ mergedInto }) => mergedInto === undefined),
      people: countPeople(meetup),
    };
  }

  /** A meet-up as whoever prepares it sees it, with its links. */
  detail(meetup: Meetup): MeetupDetail {
    const secret = (role: 'facilitator' | 'participant' | 'wall'): string =>
      this.#meetups.linkSecret(meetup, role);
    return {
      ...this.summary(meetup),
      communities: meetup.record.communities,
      locale: meetup.record.locale,
      view: this.meetup(meetup, 'facilitator'),
      code: showCode(meetup.record.code),
      addresses: this.#addresses(),
      links: {
        facilitator: `/f#${secret('facilitator')}`,
        participant: `/j#${secret('participant')}`,
        wall: `/w#${secret('wall')}`,
      },
    };
  }

  /** A session as its holder sees it. */
  session({ record, meetup, person }: Session, now: number): SessionView {
    const secret = person && meetup?.authorFor(person.id).secret;
    return {
      role: record.role,
      participant: record.participant,
      name: person?.name ?? '',
      community: person?.community ?? '',
      ...(secret === undefined ? {} : { authorSecret: secret }),
      meetup: meetup === undefined ? null : this.meetup(meetup, record.role),
      now,
    };
  }
}

function zoneText(format: Format, zone: Format['layout']['zones'][number]): ZoneText {
  const space = format.layout.kind === 'nine-spaces' ? SPACES.get(zone.id) : undefined;
  const texts: { line?: Localized; description?: Localized } =
    space === undefined ? {} : { line: space.line, description: space.description };
  const { id, title, prompt, axes, rating, kept } = zone;
  return {
    id,
    title,
    prompt,
    ...texts,
    ...(axes ? { axes } : {}),
    ...(rating ? { rating } : {}),
    ...(kept ? { kept } : {}),
  };
}

/** How many participants are in, the shut out not counted. */
function countPeople(meetup: Meetup): number {
  let count = 0;
  for (const person of meetup.people.values())
    if (person.role === 'participant' && !person.shutOut) count += 1;
  return count;
}

/** What the join form shows. */
export function linkView(meetup: Meetup, role: LinkView['role'], known: LinkView['known']): LinkView {
  const { id, title, date, locale, status, shows, communities } = meetup.record;
  return {
    meetup: id,
    role,
    title,
    date,
    locale,
    status,
    shows: shows ?? 'names',
    communities: communities.filter(({ mergedInto }) => mergedInto === undefined),
    people: countPeople(meetup),
    known,
  };
}

/** The people of a meet-up, for facilitators. @param connected - participants with an open socket. */
export function peopleOf(meetup: Meetup, connected: ReadonlySet<ParticipantId>): readonly PersonView[] {
  return [...meetup.people.values()].map(({ id, name, community, role, shutOut }) => ({
    id,
    name,
    community,
    role,
    shutOut,
    connected: connected.has(id),
  }));
}

/**
 * Who removed a note, as facilitators may know it. A participant removes own notes alone: where authors cannot be told
 * that would tell them.
 */
export function shownRemover(meetup: Meetup, { removedBy }: BinRecord): ParticipantId | null {
  if (!meetup.hidesAuthors || removedBy === null) return removedBy;
  return meetup.people.get(removedBy)?.role === 'facilitator' ? removedBy : null;
}

/** A format as the list shows it. */
export function formatSummary(format: Format): FormatSummary {
  return {
    id: format.id,
    title: format.title,
    purpose: format.purpose,
    phase: format.phase,
    minutes: format.minutes,
    rounds: format.rounds.length,
    layout: format.layout.kind,
    looksBack: format.rounds.some(({ compare }) => compare !== undefined),
    zones: zonesOf(format).map(({ title: _title, ...place }) => place),
  };
}
