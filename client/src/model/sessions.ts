/** How a page gets into a meet-up. As its organiser: `enter-meetup.ts`; finding back the one it is in: `current-meetup.ts`. */
import type { ApiRequest, LinkView, NewSession } from '@ruimte/shared/protocol/api';
import { callApi, type CallOptions } from './api.ts';
import { type Device, type MeetupRole, thisDevice } from './device.ts';

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

/** Keeps a session as the one this tab is in. */
export function remember(joined: NewSession, device: Device): void {
  if (joined.meetup === null || joined.role === 'organiser') return;
  device.rememberSession({ meetup: joined.meetup.id, role: joined.role, session: joined.session });
}
