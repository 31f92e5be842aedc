/** Signing in, the formats, and what an organiser does with meet-ups. */
import { FORMATS } from '@ruimte/shared/content/formats';
import { RuimteError } from '@ruimte/shared/errors';
import { addCommunity, findFormat, findPerson, findPrevious, joinMeetup } from '../meetup/meetups.ts';
import { formatSummary, peopleOf, shownRemover } from '../meetup/views.ts';
import type { Meetup } from '../meetup/meetup.ts';
import type { ApiRequest } from '@ruimte/shared/protocol/api';
import { layFormat } from '../meetup/board-layout.ts';
import { makeOwnForm } from '../meetup/own-form.ts';
import { rootOf } from '@ruimte/shared/schema/document';
import { openingTickets } from './document-ticket.ts';
import { type Handlers, managedMeetup, needRight, needSession, type Services } from './handlers.ts';

type OrganiserEndpoints =
  | 'signIn'
  | 'session'
  | 'signOut'
  | 'listFormats'
  | 'readFormat'
  | 'listMeetups'
  | 'createMeetup'
  | 'readMeetup'
  | 'updateMeetup'
  | 'addCommunity'
  | 'updateCommunity'
  | 'renewLink'
  | 'enterMeetup'
  | 'listPeople'
  | 'readBin';

export const organiserHandlers: Pick<Handlers, OrganiserEndpoints> = {
  async signIn({ sessions, checkPassphrase, redeemSignInLink, clock }, { request }) {
    if ('link' in request) await redeemSignInLink(request.link);
    else await checkPassphrase(request.passphrase);
    const session = await sessions.start({
      role: 'organiser',
      meetup: null,
      participant: null,
      linkGeneration: 0,
    });
    const now = clock.now();
    return { session, role: 'organiser', participant: null, name: '', community: '', meetup: null, now };
  },

  session(services, { session }) {
    const known = needSession(session);
    return {
      ...services.views.session(known, services.clock.now()),
      tickets: openingTickets(services, known),
    };
  },

  async signOut({ sessions, sockets }, { session }) {
    const { record } = needSession(session);
    await sessions.end(record.hash);
    sockets().closeWhere((other) => other.record.hash === record.hash);
    return {};
  },

  listFormats(_services, { session }) {
    needRight(session, 'manageMeetup');
    return [...FORMATS.values()].map(formatSummary);
  },

  readFormat(_services, { request, session }) {
    needRight(session, 'manageMeetup');
    return findFormat(request.id);
  },

  listMeetups({ meetups, views }, { session }) {
    needRight(session, 'prepareMeetups');
    return meetups.list().map((meetup) => views.summary(meetup));
  },

  async createMeetup({ meetups, views }, { request, session }) {
    needRight(session, 'prepareMeetups');
    return views.detail(await meetups.create(request));
  },

  readMeetup: (services, { request, session }) =>
    services.views.detail(managedMeetup(services, session, request.id)),

  async updateMeetup(services, { request, session }) {
    const meetup = managedMeetup(services, session, request.id);
    await meetup.enqueue(() => update(services, meetup, request));
    return services.views.detail(meetup);
  },

  async addCommunity(services, { request, session }) {
    const meetup = managedMeetup(services, session, request.id);
    return meetup.enqueue(() => addCommunity(meetup, request.name));
  },

  async updateCommunity(services, { request, session }) {
    const meetup = managedMeetup(services, session, request.id);
    await meetup.enqueue(() => changeCommunity(meetup, request));
    return meetup.record.communities;
  },

  async renewLink(services, { request, session }) {
    const meetup = managedMeetup(services, session, request.id);
    await meetup.enqueue(() => services.meetups.renewLink(meetup, request.role));
    const generation = meetup.record.linkGenerations[request.role];
    services
      .sockets()
      .closeWhere(
        ({ record, meetup: own }) =>
          own === meetup && record.role === request.role && record.linkGeneration !== generation,
      );
    return services.views.detail(meetup);
  },

  async enterMeetup(services, { request, session }) {
    const { sessions, views, clock } = services;
    const meetup = managedMeetup(services, session, request.id);
    const known = findPerson(meetup, request.device, 'facilitator');
    const name =
      request.name ?? known?.name ?? (meetup.record.locale === 'nl' ? 'Begeleider' : 'Facilitator');
    const joining = { device: request.device, name, community: '' as const };
    const person = await joinMeetup(meetup, 'facilitator', joining, clock.now());
    const secret = await sessions.start({
      role: 'facilitator',
      meetup: meetup.record.id,
      participant: person.id,
      linkGeneration: meetup.record.linkGenerations.facilitator,
    });
    const started = await sessions.find(secret);
    return { session: secret, ...views.session(needSession(started), clock.now()) };
  },

  listPeople(services, { request, session }) {
    const meetup = managedMeetup(services, session, request.id);
    return peopleOf(meetup, services.sockets().connected());
  },

  async readBin(services, { request, session }) {
    const meetup = managedMeetup(services, session, request.id);
    const entries = await services.store.listBin(meetup.record.id);
    const notes = rootOf((await meetup.openBoard()).doc, 'notes');
    // An author who undid the removal brought the note back without the bin.
    return entries
      .filter(({ note }) => !notes.has(note.id))
      .map((entry) => ({
        note: entry.note,
        removedAt: entry.removedAt,
        removedBy: shownRemover(meetup, entry),
      }))
      .toReversed();
  },
};

async function update(
  { store }: Pick<Services, 'store'>,
  meetup: Meetup,
  request: ApiRequest<'updateMeetup'>,
): Promise<void> {
  const { title, date, format: id, previous, rounds, shows } = request;
  if (meetup.record.status === 'closed')
    throw new RuimteError('meetupClosed', 'a closed meet-up stays as it is');
  if (shows !== undefined && shows !== (meetup.record.shows ?? 'names')) {
    const room = await meetup.openBoard();
    const hasJoined = [...meetup.people.values()].some(({ role }) => role === 'participant');
    if (hasJoined || rootOf(room.doc, 'notes').size > 0) {
      throw new RuimteError('invalid', 'what is shown with notes is fixed from the first participant on');
    }
    await meetup.putShows(shows);
  }
  const { status, format: current } = meetup.record;
  // The same format again, while it can still change, is the format as it was before rounds were left out.
  const isChosen = id !== undefined && (id !== current.id || status === 'prepared');
  if (isChosen || rounds !== undefined) {
    const room = await meetup.openBoard();
    if (status !== 'prepared' || rootOf(room.doc, 'notes').size > 0) {
      throw new RuimteError('meetupNotOpen', 'the form can only change before the first notes');
    }
    // From the format itself, so that rounds that were left out can come back.
    const base = findFormat(id ?? current.id);
    const format = rounds === undefined ? base : makeOwnForm(base, rounds);
    await meetup.putRecord({ format });
    if (format.id !== current.id) {
      await room.edit((doc) => {
        for (const zone of rootOf(doc, 'zones').keys()) rootOf(doc, 'zones').delete(zone);
        layFormat(doc, format, meetup.record.communities);
      });
    }
  }
  if (previous !== undefined) {
    await meetup.putRecord({ previous: previous === null ? null : await findPrevious(store, previous) });
  }
  if (title !== undefined || date !== undefined) {
    await meetup.putRecord({
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
    });
  }
}

async function changeCommunity(meetup: Meetup, request: ApiRequest<'updateCommunity'>): Promise<void> {
  const community = meetup.record.communities.find(({ id }) => id === request.community);
  if (community === undefined) throw new RuimteError('notFound', 'no such community');
  if (request.remove === true) {
    for (const person of meetup.people.values()) {
      if (person.community === community.id)
        throw new RuimteError('forbidden', 'somebody is in this community');
    }
    return meetup.dropCommunity(community.id);
  }
  const into = request.mergeInto;
  if (
    into !== undefined &&
    (into === community.id || !meetup.record.communities.some(({ id }) => id === into))
  ) {
    throw new RuimteError('notFound', 'no such community to merge into');
  }
  await meetup.putCommunity({
    ...community,
    ...(request.name === undefined ? {} : { name: request.name }),
    ...(request.number === undefined ? {} : { number: request.number }),
    ...(into === undefined ? {} : { mergedInto: into }),
  });
}
