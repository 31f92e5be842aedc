import type { ParticipantId } from '@ruimte/shared/ids';
import { readRoster } from '@ruimte/shared/schema/stage';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { eavesdrop } from '../support/eavesdropper.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const SHOWS = 'communities' as const;

test('[N3] what is shown with notes can be chosen until the first participant, and takes names off the roster', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'prepared' });
  const ask = server.as(meetup.organiser);
  const { id } = meetup.detail;
  expect(meetup.detail.view.shows).toBe('names');
  const stage = await eavesdrop(server, meetup.facilitator, { kind: 'stage', defer });
  const nameOfLeader = (): string =>
    readRoster(stage.doc).get(meetup.facilitator.participant as ParticipantId)?.name ?? '?';
  await waitFor('the name', () => nameOfLeader() === 'Begeleider');
  expect((await ask('updateMeetup', { id, shows: SHOWS })).view.shows).toBe('communities');
  await waitFor('the name to go', () => nameOfLeader() === '');
  await ask('updateMeetup', { id, shows: 'names' });
  await waitFor('the name again', () => nameOfLeader() === 'Begeleider');
  await ask('updateMeetup', { id, shows: SHOWS });
  await meetup.command({ type: 'open' });
  await meetup.goTo('rondgang');
  await meetup.join('Noor');
  await expect(ask('updateMeetup', { id, shows: 'names' })).rejects.toMatchObject({ code: 'invalid' });
  expect((await ask('readMeetup', { id })).view.shows).toBe('communities');

  const { format } = meetup.detail.view;
  const another = await ask('createMeetup', {
    format: format.id,
    title: 'Nog eens',
    date: '2026-11-14',
    locale: 'nl',
    communities: [],
    like: id,
  });
  expect(another.view.shows).toBe('communities');
});

test('[N3] the first note fixes it too', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const leader = openPerson(meetup.facilitator, { url: server.url, defer });
  await leader.ready();
  leader.lay('al begonnen');
  await leader.saved();
  const { id } = meetup.detail;
  await expect(meetup.ask('updateMeetup', { id, shows: SHOWS })).rejects.toMatchObject({ code: 'invalid' });
});
