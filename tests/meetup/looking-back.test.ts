import { compareNotes } from '@ruimte/shared/projection/compare';
import {
  type CommandId,
  createSecret,
  type FormatId,
  type NoteId,
  type SnapshotId,
} from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

/** A kick-off of two, closed; its snapshot. */
async function holdKickOff(server: TestServer) {
  const meetup = await prepareMeetup(server);
  const [first, second] = meetup.detail.communities;
  const noor = openPerson(await meetup.join('Noor', { community: first?.id ?? '' }), {
    url: server.url,
    defer,
  });
  const tom = openPerson(await meetup.join('Tom', { community: second?.id ?? '' }), {
    url: server.url,
    defer,
  });
  await Promise.all([noor.ready(), tom.ready()]);
  noor.lay('de gang', 'plek');
  noor.lay('samen zingen', 'kind');
  tom.lay('wie begint er', 'twijfel');
  await Promise.all([noor.saved(), tom.saved()]);
  await meetup.command({ type: 'close' });
  const [summary] = await server.as(meetup.organiser)('listSnapshots', {});
  return server.as(meetup.organiser)('readSnapshot', { id: summary?.id as SnapshotId });
}

async function prepareYearLater(server: TestServer, previous: SnapshotId) {
  const organiser = await server.organiser();
  const ask = server.as(organiser);
  const detail = await ask('createMeetup', {
    format: 'evalueren' as FormatId,
    title: 'Een jaar later',
    date: '2026-11-14',
    locale: 'nl',
    communities: [{ name: 'Klinkerdijk' }, { name: 'Nieuw hier' }],
    previous,
  });
  return { ask, detail };
}

test('[S5] what is carried over has its words, author, community and origin, and is carried over once', async () => {
  const server = await startServer({ defer });
  const then = await holdKickOff(server);
  const { ask, detail } = await prepareYearLater(server, then.id);
  expect(detail.view.previous).toEqual({ id: then.id, title: 'Kick-off', date: '2025-11-14' });
  const facilitator = await ask('enterMeetup', { id: detail.id, device: createSecret() });
  const iris = openPerson(facilitator, { url: server.url, defer });
  await iris.ready();
  await iris.model.command({ type: 'open' });
  const wanted = then.items.map(({ id }) => id);

  for (let time = 0; time < 2; time += 1) {
    await iris.model.command({ type: 'carryOver', notes: [...wanted, createSecret() as NoteId] });
  }

  await waitFor('all three', () => iris.texts().length === 3);
  const { notes, communities } = iris.model.board.get();
  for (const before of then.items) {
    const after = [...notes.values()].find(({ text }) => text === before.text);
    const name = then.communities.find(({ id }) => id === before.community)?.name;
    expect(after).toMatchObject({
      zone: before.zone,
      author: before.author,
      origin: `${then.id}/${before.id}`,
    });
    expect(after && communities.get(after.community as never)?.name).toBe(name);
  }
  // Klinkerdijk was here already; De Blauwe Trap came along.
  expect([...communities.values()].map(({ name }) => name).sort()).toEqual([
    'De Blauwe Trap',
    'Klinkerdijk',
    'Nieuw hier',
  ]);
  const changes = compareNotes(then.id, then.items, notes.values());
  expect(changes.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
});

test('[S5] everybody in the meet-up reads the board of then, and nobody else', async () => {
  const server = await startServer({ defer });
  const then = await holdKickOff(server);
  const { ask, detail } = await prepareYearLater(server, then.id);
  const leader = await ask('enterMeetup', { id: detail.id, device: createSecret() });
  await server.as(leader.session)('command', { id: createSecret() as CommandId, command: { type: 'open' } });
  const secret = (role: 'participant' | 'wall') => detail.links[role].split('#')[1] ?? '';
  const enter = (role: 'participant' | 'wall') =>
    server.as()('join', { secret: secret(role), device: createSecret(), name: 'Noor', community: '' });
  for (const role of ['participant', 'wall'] as const) {
    const { session } = await enter(role);
    const previous = await server.as(session)('readPrevious', {});
    expect(previous?.items.map(({ text }) => text).sort()).toEqual([
      'de gang',
      'samen zingen',
      'wie begint er',
    ]);
    await expect(server.as(session)('readSnapshot', { id: then.id })).rejects.toMatchObject({
      code: expect.any(String),
    });
  }
  await expect(server.as()('readPrevious', {})).rejects.toMatchObject({ code: 'signInNeeded' });
  const other: TestMeetup = await prepareMeetup(server);
  expect(await other.ask('readPrevious', {})).toBeNull();
});

test('[S5] a meet-up that looks back at nothing, or at what is not there, says so', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'evalueren', round: 'toen' });
  await expect(meetup.command({ type: 'carryOver', notes: [] })).rejects.toMatchObject({ code: 'notFound' });
  await expect(
    meetup.ask('updateMeetup', { id: meetup.detail.id, previous: createSecret() as SnapshotId }),
  ).rejects.toMatchObject({ code: 'notFound' });
  const board = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await board.ready();
});
