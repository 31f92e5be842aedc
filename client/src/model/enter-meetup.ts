/** Going into a meet-up without its link: as the organiser, or as the facilitator one is already. */
import type { MeetupId } from '@ruimte/shared/ids';
import { callApi, type CallOptions } from './api.ts';
import { type Device, thisDevice } from './device.ts';
import { remember } from './sessions.ts';

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
