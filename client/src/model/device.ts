/**
 * What this device knows of itself: its secrets, the sessions it holds, the chosen language.
 * There are no cookies: everything is in the browser's storage and goes along only where a request names it.
 */
import { createSecret, isRandomId, type MeetupId } from '@ruimte/shared/ids';
import type { Locale } from '@ruimte/shared/content/format';
import { findStorage, type KeyValue } from './storage.ts';

/** How somebody is in a meet-up; one browser can hold one session of each at once. */
export type MeetupRole = 'participant' | 'facilitator' | 'wall';

/** A session in a meet-up, as a tab holds it. */
export interface StoredSession {
  readonly meetup: MeetupId;
  readonly role: MeetupRole;
  readonly session: string;
}

export interface Device {
  /**
   * The secret that makes this device the same person when it comes back, made at first use.
   * One per role, so that a facilitator who also joins by phone link on the same laptop stays two people.
   * @param meetup - where somebody else may have taken over the device; without it, whose device it is.
   */
  secret(role: MeetupRole, meetup?: MeetupId): string;
  /** "Ik ben iemand anders": from now on this device is somebody new in that role of that meet-up. */
  startAfresh(role: MeetupRole, meetup: MeetupId): void;
  language(): Locale | undefined;
  setLanguage(locale: Locale): void;
  /** The name given last, to offer it the next time; empty when there is none. */
  name(): string;
  setName(name: string): void;
  /** Keeps the session and makes it the one this tab is in. */
  rememberSession(session: StoredSession): void;
  /** The session this tab is in; in a new tab the one joined last on this device. */
  currentSession(): StoredSession | undefined;
  session(meetup: MeetupId, role: MeetupRole): StoredSession | undefined;
  /** Drops a session that has ended. */
  forgetSession(meetup: MeetupId, role: MeetupRole): void;
  organiserSession(): string | undefined;
  setOrganiserSession(session: string | undefined): void;
}

const ROLES: readonly string[] = ['participant', 'facilitator', 'wall'];
/** Sessions kept at once; the oldest goes first. A school's shared laptop sees many meet-ups. */
const MAX_SESSIONS = 24;

function parseSession(value: unknown): StoredSession | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { meetup, role, session } = value as Record<string, unknown>;
  if (typeof meetup !== 'string' || typeof session !== 'string' || session === '') return undefined;
  if (!ROLES.includes(String(role))) return undefined;
  return { meetup: meetup as MeetupId, role: role as MeetupRole, session };
}

/** JSON from storage, or undefined: another version or a hand may have written it. */
function readJson(storage: KeyValue, key: string): unknown {
  const text = storage.getItem(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Opens what this device remembers.
 * @param shared - kept for all tabs; @param tab - kept for this tab alone. Both default to the browser's own.
 */
export function openDevice(
  shared: KeyValue = findStorage('localStorage'),
  tab: KeyValue = findStorage('sessionStorage'),
): Device {
  const secretKey = (role: MeetupRole, meetup?: MeetupId): string =>
    `ruimte.device.${role}${meetup === undefined ? '' : `.${meetup}`}`;

  function sessions(): readonly StoredSession[] {
    const list = readJson(shared, 'ruimte.sessions');
    if (!Array.isArray(list)) return [];
    return list.map(parseSession).filter((each) => each !== undefined);
  }
  function keep(list: readonly StoredSession[]): void {
    shared.setItem('ruimte.sessions', JSON.stringify(list.slice(-MAX_SESSIONS)));
  }
  const others = (meetup: MeetupId, role: MeetupRole): readonly StoredSession[] =>
    sessions().filter((each) => each.meetup !== meetup || each.role !== role);
  const find = (meetup: unknown, role: unknown): StoredSession | undefined =>
    sessions().find((each) => each.meetup === meetup && each.role === role);

  return {
    secret: (role, meetup) => {
      const own = meetup === undefined ? null : shared.getItem(secretKey(role, meetup));
      if (isRandomId(own)) return own;
      const known = shared.getItem(secretKey(role));
      if (isRandomId(known)) return known;
      const secret = createSecret();
      shared.setItem(secretKey(role), secret);
      return secret;
    },
    startAfresh: (role, meetup) => {
      shared.setItem(secretKey(role, meetup), createSecret());
      shared.removeItem('ruimte.name');
      keep(others(meetup, role));
    },
    language: () => {
      const locale = shared.getItem('ruimte.language');
      return locale === 'nl' || locale === 'en' ? locale : undefined;
    },
    setLanguage: (locale) => shared.setItem('ruimte.language', locale),
    name: () => shared.getItem('ruimte.name') ?? '',
    setName: (name) => shared.setItem('ruimte.name', name),
    rememberSession: (session) => {
      keep([...others(session.meetup, session.role), session]);
      tab.setItem('ruimte.current', JSON.stringify({ meetup: session.meetup, role: session.role }));
    },
    currentSession: () => {
      const current = readJson(tab, 'ruimte.current');
      if (typeof current !== 'object' || current === null) return sessions().at(-1);
      const { meetup, role } = current as Record<string, unknown>;
      return find(meetup, role);
    },
    session: find,
    forgetSession: (meetup, role) => keep(others(meetup, role)),
    organiserSession: () => shared.getItem('ruimte.organiser') ?? undefined,
    setOrganiserSession: (session) => {
      if (session === undefined) shared.removeItem('ruimte.organiser');
      else shared.setItem('ruimte.organiser', session);
    },
  };
}

let ours: Device | undefined;

/** The device of this browser, opened at first use and shared by all pages. */
export function thisDevice(): Device {
  ours ??= openDevice();
  return ours;
}
