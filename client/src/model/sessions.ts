/** How a page gets into a meet-up and finds back the one it is in. */
import { RuimteError } from '@ruimte/shared/errors';
import type { MeetupId } from '@ruimte/shared/ids';
import type { ApiRequest, LinkView, MeetupView, NewSession, SessionView } from '@ruimte/shared/protocol/api';
import { callApi, type CallOptions } from './api.ts';
import { type Device, type MeetupRole, type StoredSession, thisDevice } from './device.ts';

/** A session with its view: what `/m` needs to open the meet-up. */
export interface OpenSession {
  readonly stored: StoredSession;
  readonly view: SessionView & { readonly meetup: MeetupView };
}

/** Codes after which a session is over and is not worth keeping. */
const ENDED = new Set(['signInNeeded', 'shutOut']);

/** A link secret from the address, or a code as somebody typed it. */
export type Entrance = { readonly secret: string } | { readonly code: string };

/** Where a link leads: `/j` by link or code, `/f` and `/w` by link. */
export function roleOfPath(path: string): MeetupRole {
  if (path.startsWith('/f')) return 'facilitator';
  return path.startsWith('/w') ? 'wall' : 'participant';
}

/** What is behind a link or code, and whether this device has been there before. */
export async function lookUp(
  entrance: Entrance,
  role: MeetupRole,
  device: Device = thisDevice(),
  options: CallOptions = {},
): Promise<LinkView> {
  const asked = device.secret(role);
  const link = await callApi('lookUp', { ...entrance, device: asked }, options);
  const own = device.secret(link.role, link.meetup);
  return own === asked ? link : callApi('lookUp', { ...entrance, device: own }, options);
}

/**
 * Joins and keeps the session as the one this tab is in.
 * @throws RuimteError for example `meetupClosed`, `meetupFull`, `unknownLink`; OfflineError.
 */
export async function join(
  entrance: Entrance,
  { role, meetup }: Pick<LinkView, 'role' | 'meetup'>,
  person: Pick<ApiRequest<'join'>, 'name' | 'community' | 'newCommunity' | 'task'>,
  device: Device = thisDevice(),
  options: CallOptions = {},
): Promise<NewSession> {
  const joined = await callApi(
    'join',
    { ...entrance, device: device.secret(role, meetup), ...person } as ApiRequest<'join'>,
    options,
  );
  if (role === 'participant') device.setName(person.name);
  remember(joined, device);
  return joined;
}

/**
 * Goes into a meet-up as its facilitator: the organiser with a new session, a facilitator with the one they have.
 * @returns the session, kept as the one this tab is in.
 */
export async function enter(
  id: MeetupId,
  device: Device = thisDevice(),
  options: CallOptions = {},
): Promise<string> {
  const organiser = device.organiserSession();
  const own = device.session(id, 'facilitator');
  if (organiser === undefined && own !== undefined) {
    device.rememberSession(own);
    return own.session;
  }
  const entered = await callApi(
    'enterMeetup',
    { id, device: device.secret('facilitator', id) },
    { ...options, session: organiser },
  );
  remember(entered, device);
  return entered.session;
}

/**
 * The meet-up this tab is in, as the server sees it now.
 * @returns undefined when there is none, or when its session has ended: then it is forgotten.
 * @throws OfflineError; RuimteError for anything else the server says.
 */
export async function currentMeetup(
  device: Device = thisDevice(),
  options: CallOptions = {},
): Promise<OpenSession | undefined> {
  const stored = device.currentSession();
  if (stored === undefined) return undefined;
  try {
    const view = await callApi('session', {}, { ...options, session: stored.session });
    if (stored.role === 'participant') device.rememberView(stored, view);
    return view.meetup === null ? undefined : { stored, view: { ...view, meetup: view.meetup } };
  } catch (error) {
    if (!(error instanceof RuimteError) || !ENDED.has(error.code)) throw error;
    device.forgetSession(stored.meetup, stored.role);
    if (error.code === 'shutOut') throw error;
    return undefined;
  }
}

function remember(joined: NewSession, device: Device): void {
  if (joined.meetup === null || joined.role === 'organiser') return;
  device.rememberSession({ meetup: joined.meetup.id, role: joined.role, session: joined.session });
}

/** The meet-up this tab was in when the server last answered: to go on writing while it is away. */
export function lastMeetup(device: Device = thisDevice()): OpenSession | undefined {
  const stored = device.currentSession();
  const view = stored === undefined ? undefined : device.lastView(stored);
  if (stored === undefined || view === undefined || view.meetup === null) return undefined;
  return { stored, view: { ...view, meetup: view.meetup } };
}
