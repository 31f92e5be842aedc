/** Whether this browser is signed in as organiser, for all pages at once. */
import { RuimteError } from '@ruimte/shared/errors';
import type { MeetupId } from '@ruimte/shared/ids';
import { callApi, type CallOptions } from './api.ts';
import { type Device, thisDevice } from './device.ts';
import { createWritable, type Readable } from './readable.ts';

const signedIn = createWritable<boolean>(false);
let opened = false;

/** True while this browser holds an organiser's session; the server may still refuse it. */
export function organiserSignedIn(): Readable<boolean> {
  if (!opened) {
    opened = true;
    signedIn.set(thisDevice().organiserSession() !== undefined);
  }
  return signedIn;
}

/** Signs in with a one-time link or the passphrase. @throws RuimteError `wrongPassphrase`, `usedSignInLink`. */
export async function signIn(
  proof: { readonly link: string } | { readonly passphrase: string },
  options: CallOptions = {},
): Promise<void> {
  const { session } = await callApi('signIn', proof, options);
  keep(session);
}

/** Signs out here and on the server; without a connection at least here. */
export async function signOut(): Promise<void> {
  const session = thisDevice().organiserSession();
  keep(undefined);
  if (session !== undefined) await callApi('signOut', {}, { session });
}

/**
 * Calls as organiser. A session that has ended is forgotten, so that the page shows the sign-in again.
 * @throws whatever the call throws.
 */
export async function asOrganiser<T>(call: (options: CallOptions) => Promise<T>): Promise<T> {
  return withSession(thisDevice().organiserSession(), call);
}

/** Calls as whoever may manage this meet-up: the organiser, else its facilitator. */
export async function asManager<T>(
  id: MeetupId,
  call: (options: CallOptions) => Promise<T>,
  device: Device = thisDevice(),
): Promise<T> {
  return withSession(device.organiserSession() ?? device.session(id, 'facilitator')?.session, call);
}

/** Calls as whoever prepares: a meet-up that exists is managed by its facilitator too, a new one is the organiser's. */
export async function asPreparer<T>(
  id: MeetupId | undefined,
  call: (options: CallOptions) => Promise<T>,
): Promise<T> {
  return id === undefined ? asOrganiser(call) : asManager(id, call);
}

/** Calls as whoever may read the archive: the organiser all of it, anybody in a meet-up what is theirs. */
export async function asReader<T>(
  call: (options: CallOptions) => Promise<T>,
  device: Device = thisDevice(),
): Promise<T> {
  return withSession(device.organiserSession() ?? device.currentSession()?.session, call);
}

async function withSession<T>(
  session: string | undefined,
  call: (options: CallOptions) => Promise<T>,
): Promise<T> {
  try {
    return await call({ session });
  } catch (error) {
    const ended = error instanceof RuimteError && error.code === 'signInNeeded';
    if (ended && session !== undefined && session === thisDevice().organiserSession()) keep(undefined);
    throw error;
  }
}

function keep(session: string | undefined): void {
  opened = true;
  thisDevice().setOrganiserSession(session);
  signedIn.set(session !== undefined);
}
