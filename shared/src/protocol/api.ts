/**
 * The HTTP interface: every endpoint with its method, path, and the types of what goes in and comes out.
 * Client and server read this one table. Requests are parsed by `api-requests.ts`; a failed request answers
 * {@link import('../errors.ts').ErrorBody}. The session travels as `Authorization: Bearer <session>`.
 */
import type { Format, FormatZone, Locale, Localized } from '../content/format.ts';
import type { KeptRound } from '../content/own-form.ts';
import type { Command } from '../facilitation/commands.ts';
import type {
  BoardId,
  CommandId,
  CommunityId,
  FormatId,
  MeetupId,
  ParticipantId,
  RoundId,
  SnapshotId,
  ZoneId,
} from '../ids.ts';
import type { Role } from '../rights.ts';
import type { Community } from '../schema/community.ts';
import type { CountedMarks } from '../schema/marks.ts';
import type { Note } from '../schema/note.ts';
import type { MeetupStatus } from '../schema/stage.ts';
import type { Zone } from '../schema/zone.ts';
import type { DocumentKind } from './document-name.ts';
import type { OutboxEntry, OutboxResult } from './outbox.ts';

/** A format as the list of formats shows it. */
export interface FormatSummary {
  readonly id: FormatId;
  readonly title: Localized;
  readonly purpose: Localized;
  readonly phase: Format['phase'];
  readonly minutes: number;
  readonly rounds: number;
  readonly layout: Format['layout']['kind'];
  /** One of its rounds looks back at an earlier snapshot. */
  readonly looksBack: boolean;
  /** What the small picture of its board shows. */
  readonly zones: readonly ZonePlace[];
}

/** Where a zone of a format lies, and what it looks like. */
export type ZonePlace = Omit<Zone, 'title'>;

/**
 * What a meet-up shows with notes: the name of the author and the community, or the community alone. Then nobody but
 * the author can tell which notes are of one person.
 */
export type Shows = 'names' | 'communities';

/** A round as participants see it: without the facilitator's tip. */
export type RoundView = Omit<Format['rounds'][number], 'tip'> & { readonly tip?: Localized };

/** A zone of the format with the texts a round may show. */
export interface ZoneText {
  readonly id: ZoneId;
  readonly title: Localized;
  readonly prompt: Localized;
  /** One sentence and a paragraph about the space; absent where the zone is none of the nine spaces. */
  readonly line?: Localized;
  readonly description?: Localized;
  /** The words at the ends of a scale or quadrant, and at the steps of a rating. */
  readonly axes?: FormatZone['axes'];
  readonly rating?: FormatZone['rating'];
  /** It stayed from an earlier form, for what lies in it: the rounds of now pass it by. */
  readonly kept?: boolean;
}

/** What everybody in a meet-up knows about it; what changes while it runs is on the stage. */
export interface MeetupView {
  readonly id: MeetupId;
  readonly board: BoardId;
  readonly generation: number;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly locale: Locale;
  readonly status: MeetupStatus;
  /** The `form` of the stage that these rounds and zones belong to. */
  readonly form: number;
  readonly shows: Shows;
  readonly format: { readonly id: FormatId; readonly title: Localized; readonly purpose: Localized };
  readonly layout: Format['layout']['kind'];
  readonly rounds: readonly RoundView[];
  readonly zones: readonly ZoneText[];
  /** The snapshot that rounds look back at, when one was chosen. */
  readonly previous: { readonly id: SnapshotId; readonly title: string; readonly date: string } | null;
  /** Only for the wall and facilitators: how others join. */
  readonly joining?: JoinAddress;
}

/** How people join: shown on the wall and on the links page. */
export interface JoinAddress {
  /** "KLEI 4827"; null while the code does not work. */
  readonly code: string | null;
  /** The address to type, without scheme: "192.168.1.20:8080". */
  readonly address: string;
  /** What the QR carries: the participant link. */
  readonly link: string;
}

/** A session and what its holder needs to show the right page. */
export interface SessionView {
  readonly role: Role;
  readonly participant: ParticipantId | null;
  readonly name: string;
  readonly community: CommunityId | '';
  /** What the aliases of this person are made of, for this device alone; only where communities are shown. */
  readonly authorSecret?: string;
  /** Null for the organiser. */
  readonly meetup: MeetupView | null;
  /** Server time, milliseconds. */
  readonly now: number;
}
export interface NewSession extends SessionView {
  readonly session: string;
}

/** A short-lived proof that a session may open a document, and the document's name on the wire. */
export interface DocumentTicket {
  readonly ticket: string;
  readonly room: string;
  readonly generation: number;
}

/** A session with what opens its meet-up at once; null for the organiser, who is in none. */
export interface OpeningView extends SessionView {
  readonly tickets: Readonly<Record<'board' | 'stage', DocumentTicket>> | null;
}

/** What the join form shows before anybody has joined. */
export interface LinkView {
  readonly meetup: MeetupId;
  readonly role: 'participant' | 'facilitator' | 'wall';
  readonly title: string;
  readonly date: string;
  readonly locale: Locale;
  readonly status: MeetupStatus;
  readonly shows: Shows;
  readonly communities: readonly Community[];
  /** How many people are in. */
  readonly people: number;
  /** Set when this device has joined before. */
  readonly known: { readonly name: string; readonly community: CommunityId | '' } | null;
}

export interface MeetupSummary {
  readonly id: MeetupId;
  readonly title: string;
  readonly date: string;
  readonly status: MeetupStatus;
  readonly format: Localized;
  readonly communities: readonly Community[];
  readonly people: number;
}

export interface Links {
  readonly facilitator: string;
  readonly participant: string;
  readonly wall: string;
}

/** Everything the prepare and links pages show. */
export interface MeetupDetail extends MeetupSummary {
  readonly locale: Locale;
  readonly view: MeetupView;
  readonly code: string;
  /** Addresses of this server that other devices can use, the best first; without trailing slash. */
  readonly addresses: readonly string[];
  /** Paths with fragment, to be put behind an address: `/j#…`, `/f#…`, `/w#…`. */
  readonly links: Links;
}

export interface PersonView {
  readonly id: ParticipantId;
  readonly name: string;
  readonly community: CommunityId | '';
  readonly role: 'participant' | 'facilitator';
  /** Whether a device of this person is connected now. */
  readonly connected: boolean;
  readonly shutOut: boolean;
}

/** What a command that was taken answers. */
export interface CommandAnswer {
  readonly revision: number;
  readonly now: number;
  /** How many notes came back from the bin, or from an earlier meet-up; only after a command that brings notes back. */
  readonly restored?: number;
}

/** A removed note, as the facilitator's bin shows it. */
export interface BinEntry {
  readonly note: Note;
  readonly removedAt: number;
  readonly removedBy: ParticipantId | null;
}

export interface SnapshotSummary {
  readonly id: SnapshotId;
  readonly meetup: MeetupId;
  readonly title: string;
  readonly date: string;
  readonly takenAt: number;
  readonly format: Localized;
  readonly notes: number;
  readonly communities: readonly Community[];
  /** For the small picture: where each note lies on the board, and its community number (0 for none). */
  readonly thumbnail: {
    readonly zones: readonly (readonly [x: number, y: number, w: number, h: number, tint: number])[];
    readonly notes: readonly (readonly [x: number, y: number, community: number])[];
  };
}

export interface SnapshotView extends SnapshotSummary {
  readonly zones: readonly Zone[];
  readonly items: readonly Note[];
  /** Notes that came in after the close. */
  readonly supplement: readonly Note[];
  readonly rounds: readonly { readonly id: RoundId; readonly title: Localized }[];
  /** Dots and ratings that were counted, one sheet per person, without names. */
  readonly votes: readonly CountedMarks[];
  readonly ratings: readonly CountedMarks[];
  /** SHA-256 of the document state, hexadecimal. */
  readonly hash: string;
}

export interface Health {
  readonly ok: boolean;
  /** False while the store takes no writes. */
  readonly saving: boolean;
  readonly uptimeMs: number;
  readonly people: number;
  readonly boards: number;
  /** Documents that could not be read when they were last asked for, and are set apart; the log names them. */
  readonly damaged: number;
  readonly version: string;
}

interface Endpoint<Request, Response> {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** `:name` stands for a field of the request that goes into the path. */
  readonly path: string;
  readonly request?: (request: Request) => void;
  readonly response?: (response: Response) => void;
}
type Nothing = Record<never, never>;

function endpoint<Request, Response>(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
): Endpoint<Request, Response> {
  return { method, path };
}

export type LinkRole = 'participant' | 'facilitator' | 'wall';
/** A link secret from the fragment, or the short code as somebody typed it. */
type Entrance = { readonly secret: string } | { readonly code: string };

export const API = {
  health: endpoint<Nothing, Health>('GET', '/api/health'),
  signIn: endpoint<{ link: string } | { passphrase: string }, NewSession>('POST', '/api/sign-in'),
  session: endpoint<Nothing, OpeningView>('GET', '/api/session'),
  signOut: endpoint<Nothing, Nothing>('POST', '/api/sign-out'),

  listFormats: endpoint<Nothing, readonly FormatSummary[]>('GET', '/api/formats'),
  readFormat: endpoint<{ id: FormatId }, Format>('GET', '/api/formats/:id'),

  listMeetups: endpoint<Nothing, readonly MeetupSummary[]>('GET', '/api/meetups'),
  createMeetup: endpoint<
    {
      format: FormatId;
      title: string;
      date: string;
      locale: Locale;
      communities: readonly { readonly name: string }[];
      /** The snapshot to look back at. */
      previous?: SnapshotId;
      /** Only these rounds, each as long as asked. */
      rounds?: readonly KeptRound[];
      /**
       * An earlier meet-up of the same format: its own form is taken, its communities keep their numbers, and it shows
       * the same with notes.
       */
      like?: MeetupId;
      /** Default as the earlier meet-up, else names. */
      shows?: Shows;
    },
    MeetupDetail
  >('POST', '/api/meetups'),
  readMeetup: endpoint<{ id: MeetupId }, MeetupDetail>('GET', '/api/meetups/:id'),
  updateMeetup: endpoint<
    {
      id: MeetupId;
      title?: string;
      date?: string;
      format?: FormatId;
      rounds?: readonly KeptRound[];
      previous?: SnapshotId | null;
      /** Fixed from the first participant or the first note on. */
      shows?: Shows;
    },
    MeetupDetail
  >('PATCH', '/api/meetups/:id'),
  addCommunity: endpoint<{ id: MeetupId; name: string }, Community>('POST', '/api/meetups/:id/communities'),
  updateCommunity: endpoint<
    {
      id: MeetupId;
      community: CommunityId;
      name?: string;
      number?: number;
      mergeInto?: CommunityId;
      remove?: true;
    },
    readonly Community[]
  >('PATCH', '/api/meetups/:id/communities/:community'),
  renewLink: endpoint<{ id: MeetupId; role: LinkRole }, MeetupDetail>('POST', '/api/meetups/:id/links'),
  /** The organiser goes in as facilitator. */
  enterMeetup: endpoint<{ id: MeetupId; device: string; name?: string }, NewSession>(
    'POST',
    '/api/meetups/:id/enter',
  ),
  listPeople: endpoint<{ id: MeetupId }, readonly PersonView[]>('GET', '/api/meetups/:id/people'),
  readBin: endpoint<{ id: MeetupId }, readonly BinEntry[]>('GET', '/api/meetups/:id/bin'),

  lookUp: endpoint<Entrance & { device?: string }, LinkView>('POST', '/api/look-up'),
  join: endpoint<
    Entrance & {
      /** The device's own secret. */
      device: string;
      name: string;
      community: CommunityId | '';
      /** A community that was not in the list. */
      newCommunity?: string;
      /** One of the participant roles of `roles.json`. */
      task?: string;
      /** The device writes for this table, from 1 on, and stays there. Participants only. */
      table?: number;
    },
    NewSession
  >('POST', '/api/join'),

  ticket: endpoint<{ document: DocumentKind; generation: number }, DocumentTicket>('POST', '/api/tickets'),
  outbox: endpoint<{ entries: readonly OutboxEntry[] }, { results: readonly OutboxResult[] }>(
    'POST',
    '/api/outbox',
  ),
  command: endpoint<{ id: CommandId; command: Command }, CommandAnswer>('POST', '/api/commands'),

  listSnapshots: endpoint<Nothing, readonly SnapshotSummary[]>('GET', '/api/snapshots'),
  readSnapshot: endpoint<{ id: SnapshotId }, SnapshotView>('GET', '/api/snapshots/:id'),
  /** The snapshot that this meet-up looks back at, for everybody in it; null without one. */
  readPrevious: endpoint<Nothing, SnapshotView | null>('GET', '/api/previous'),
} as const;

export type ApiName = keyof typeof API;
export type ApiRequest<Name extends ApiName> = (typeof API)[Name] extends {
  readonly request?: (request: infer Request) => void;
}
  ? Request
  : never;
export type ApiResponse<Name extends ApiName> = (typeof API)[Name] extends {
  readonly response?: (response: infer Response) => void;
}
  ? Response
  : never;
