/** The meet-up this tab is in: as the server sees it, or as the server last said while it is away. */
import { RuimteError } from '@ruimte/shared/errors';
import type { MeetupView, OpeningView, SessionView } from '@ruimte/shared/protocol/api';
import { callApi, type CallOptions } from './api.ts';
import { type Device, type StoredSession, thisDevice } from './device.ts';
import { findStorage, type KeyValue } from './storage.ts';

/** A session with its view: what `/m` needs to open the meet-up. */
export interface OpenSession {
  readonly stored: StoredSession;
  readonly view: SessionView & { readonly meetup: MeetupView };
  /** Open its documents once, within a minute; null when the server is away. */
  readonly tickets: OpeningView['tickets'];
}

/** Codes after which a session is over and is not worth keeping. */
const ENDED = new Set(['signInNeeded', 'shutOut']);

/** One key: only the meet-up seen last is worth going on in. */
const VIEW_KEY = 'ruimte.view';

/**
 * The meet-up this tab is in, as the server sees it now.
 * @returns undefined when there is none, or when its session has ended: then it is forgotten.
 * @throws OfflineError; RuimteError for anything else the server says.
 */
export async function currentMeetup(
  device: Device = thisDevice(),
  options: CallOptions = {},
  storage: KeyValue = findStorage('localStorage'),
): Promise<OpenSession | undefined> {
  const stored = device.currentSession();
  if (stored === undefined) return undefined;
  try {
    const { tickets, ...view } = await callApi('session', {}, { ...options, session: stored.session });
    if (stored.role === 'participant') rememberView(storage, stored, view);
    return view.meetup === null ? undefined : { stored, view: { ...view, meetup: view.meetup }, tickets };
  } catch (error) {
    if (!(error instanceof RuimteError) || !ENDED.has(error.code)) throw error;
    device.forgetSession(stored.meetup, stored.role);
    if (error.code === 'shutOut') throw error;
    return undefined;
  }
}

/**
 * The meet-up this tab was in when the server last answered: to go on writing while it is away.
 * Its `now` is the server's time as it would be by this device's clock.
 */
export function lastMeetup(
  device: Device = thisDevice(),
  storage: KeyValue = findStorage('localStorage'),
): OpenSession | undefined {
  const stored = device.currentSession();
  const kept = readView(storage);
  if (stored === undefined || kept?.session !== stored.session) return undefined;
  const { view, ahead } = kept;
  const meetup = view?.meetup;
  if (view === undefined || meetup?.id !== stored.meetup) return undefined;
  return { stored, view: { ...view, meetup, now: Date.now() + Number(ahead) }, tickets: null };
}

interface KeptView {
  readonly session?: string;
  readonly view?: SessionView;
  /** How far the server's clock was ahead of this device's, milliseconds. */
  readonly ahead?: number;
}

function rememberView(storage: KeyValue, { session }: StoredSession, view: SessionView): void {
  const kept: KeptView = { session, view, ahead: view.now - Date.now() };
  storage.setItem(VIEW_KEY, JSON.stringify(kept));
}

/** Only this page writes it, beside the session it belongs to; junk reads as nothing. */
function readView(storage: KeyValue): KeptView | undefined {
  try {
    return (JSON.parse(storage.getItem(VIEW_KEY) ?? 'null') as KeptView | null) ?? undefined;
  } catch {
    return undefined;
  }
}
