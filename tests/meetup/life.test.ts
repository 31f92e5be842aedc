import { createId, createSecret, type CommandId, type CommunityId, type RoundId } from '@ruimte/shared/ids';
import { readStage } from '@ruimte/shared/schema/stage';
import { rootOf } from '@ruimte/shared/schema/document';
import { removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { expect, test } from 'vitest';
import { createBalkyStore } from '../support/balky-store.ts';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

test('[M1] opening empties what was tried, and the trial board is joined afresh', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'trying' });
  const noor = await meetup.join('Noor');
  const trial = await openStandard(server, noor, { defer });
  await trial.synced();
  layNote(trial.doc, noor, 'even proberen', { round: '' });

  await meetup.command({ type: 'open' });

  expect(await trial.closed).toBe(CLOSE_CODES.oldGeneration);
  const real = await openStandard(server, noor, { defer });
  await real.synced();
  expect(rootOf(real.doc, 'notes').size).toBe(0);
  expect(rootOf(real.doc, 'zones').size).toBe(9);
});

test('[M2] a command that is sent twice is applied once', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { round: null });
  const send = { id: createId<CommandId>(), command: { type: 'lock', locked: true } as const };
  const first = await meetup.ask('command', send);
  await meetup.command({ type: 'lock', locked: false });

  const again = await meetup.ask('command', send);

  expect(again.revision).toBe(first.revision);
  const stage = await openStandard(server, meetup.facilitator, { defer, kind: 'stage' });
  await stage.synced();
  expect(readStage(stage.doc).lockedAt).toBeNull();
});

test('[M12] a command that could not be kept has not happened, and works when it is given again', async () => {
  const balky = createBalkyStore();
  const server = await startServer({ defer, store: balky.store });
  const meetup = await prepareMeetup(server);
  const stage = await openStandard(server, meetup.facilitator, { defer, kind: 'stage' });
  await stage.synced();
  const isHealthy = async () => (await fetch(`${server.url}/api/health`)).ok;
  const noor = await meetup.join('Noor');
  const client = await openStandard(server, noor, { defer });
  await client.synced();
  balky.setFull(true);
  layNote(client.doc, noor, 'op een volle schijf');
  await waitFor('the server to say that it saves nothing', async () => !(await isHealthy()));
  const lock = { type: 'lock', locked: true } as const;
  await expect(meetup.command(lock)).rejects.toMatchObject({ code: 'notSaving' });

  balky.setFull(false);
  await waitFor('saving to resume', isHealthy);
  const { lockedAt: before, revision } = readStage(stage.doc);
  await meetup.command(lock);

  await waitFor('the lock on everybody’s screen', () => readStage(stage.doc).lockedAt !== null);
  expect(before).toBeNull();
  expect(readStage(stage.doc).revision).toBe(revision + 1);
});

test('[M12] a title or a community that could not be kept is nowhere, and works when it is given again', async () => {
  const balky = createBalkyStore();
  const server = await startServer({ defer, store: balky.store });
  const meetup = await prepareMeetup(server, { communities: ['De Brug', 'De Akker'] });
  const ask = server.as(meetup.organiser);
  const { id, communities } = meetup.detail;
  const isHealthy = async () => (await fetch(`${server.url}/api/health`)).ok;
  const noor = await meetup.join('Noor');
  const client = await openStandard(server, noor, { defer });
  await client.synced();
  balky.setFull(true);
  layNote(client.doc, noor, 'op een volle schijf');
  await waitFor('the server to say that it saves nothing', async () => !(await isHealthy()));
  const changes = [
    () => ask('updateMeetup', { id, title: 'Terugblik' }),
    () =>
      ask('updateCommunity', {
        id,
        community: communities[0]?.id ?? createId<CommunityId>(),
        name: 'De Kade',
      }),
  ];
  for (const change of changes) await expect(change()).rejects.toMatchObject({ code: 'notSaving' });
  const seen = async () => {
    const detail = await ask('readMeetup', { id });
    return [detail.view.title, detail.communities.map(({ name }) => name).join()];
  };

  balky.setFull(false);
  await waitFor('saving to resume', isHealthy);

  expect(await seen()).toEqual(['Kick-off', 'De Brug,De Akker']);
  for (const change of changes) await change();
  expect(await seen()).toEqual(['Terugblik', 'De Kade,De Akker']);
});

test('[M3] two facilitators who press next at once go one round further', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { round: 'welkom' });
  const stage = await openStandard(server, meetup.facilitator, { defer, kind: 'stage' });
  await stage.synced();
  const { revision } = readStage(stage.doc);
  const next = () =>
    meetup.ask('command', {
      id: createId<CommandId>(),
      command: { type: 'goToRound', round: 'rondgang' as RoundId, fromRevision: revision },
    });

  const results = await Promise.allSettled([next(), next()]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
    code: 'staleRevision',
  });
});

test('[M4] a locked board takes nothing of participants after two seconds, and all of the facilitator', async () => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const atNoor = await openStandard(server, noor, { defer });
  const atFacilitator = await openStandard(server, meetup.facilitator, { defer });
  await Promise.all([atNoor.synced(), atFacilitator.synced()]);
  await meetup.command({ type: 'lock', locked: true });
  clock.advance(1_900);
  const inTime = layNote(atNoor.doc, noor, 'nog net');
  await waitFor('the note within the grace', () => textOf(atFacilitator.doc, inTime));

  clock.advance(200);
  layNote(atNoor.doc, noor, 'te laat');

  expect(await atNoor.closed).toBe(CLOSE_CODES.locked);
  const own = layNote(atFacilitator.doc, meetup.facilitator, 'van de begeleider');
  const fresh = await openStandard(server, noor, { defer });
  expect(await waitFor('the note of the facilitator', () => textOf(fresh.doc, own))).toBe(
    'van de begeleider',
  );
  expect(rootOf(fresh.doc, 'notes').size).toBe(2);
});

test('[M5] closing takes a snapshot with exactly the notes of the board, which outlives a restart', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const atNoor = await openStandard(server, noor, { defer });
  const wall = await openStandard(server, await meetup.openWall(), { defer });
  await Promise.all([atNoor.synced(), wall.synced()]);
  const ids = ['klei', 'stof', 'gang'].map((text) => layNote(atNoor.doc, noor, text));
  await waitFor('all notes on the wall', () => ids.every((id) => textOf(wall.doc, id)));

  await meetup.command({ type: 'close' });
  await server.stop();
  await server.start();

  const ask = server.as(meetup.organiser);
  const [summary] = await ask('listSnapshots', {});
  if (summary === undefined) throw new Error('no snapshot was taken');
  const snapshot = await ask('readSnapshot', { id: summary.id });
  expect(snapshot.items.map(({ text }) => text).sort()).toEqual(['gang', 'klei', 'stof']);
  expect(JSON.stringify(snapshot)).not.toContain('Noor');
  const view = await server.as(noor.session)('session', {});
  expect(view.meetup?.status).toBe('closed');
});

test('[M6] a close can be undone for ten minutes, and takes its snapshot back', async () => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  await meetup.command({ type: 'close' });
  clock.advance(10 * 60_000);
  await meetup.command({ type: 'undoClose' });
  expect(await server.as(meetup.organiser)('listSnapshots', {})).toEqual([]);

  await meetup.command({ type: 'close' });
  clock.advance(10 * 60_000 + 1);

  await expect(meetup.command({ type: 'undoClose' })).rejects.toMatchObject({ code: 'tooLate' });
  expect(await server.as(meetup.organiser)('listSnapshots', {})).toHaveLength(1);
});

test('[M7] a removed note lies in the bin and comes back with its author', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const atNoor = await openStandard(server, noor, { defer });
  const atFacilitator = await openStandard(server, meetup.facilitator, { defer });
  await Promise.all([atNoor.synced(), atFacilitator.synced()]);
  const id = layNote(atNoor.doc, noor, 'terug te halen');
  await waitFor('the note', () => textOf(atFacilitator.doc, id));
  removeNotes(atFacilitator.doc, [id], 'user');
  const [entry] = await waitFor('the bin', async () => {
    const bin = await meetup.ask('readBin', { id: meetup.detail.id });
    return bin.length > 0 && bin;
  });

  await meetup.command({ type: 'restoreNote', note: id });

  expect(entry?.note).toMatchObject({ id, text: 'terug te halen', author: noor.participant });
  await waitFor('the note to come back', () => textOf(atNoor.doc, id) === 'terug te halen');
  expect(rootOf(atNoor.doc, 'notes').get(id)?.get('author')).toBe(noor.participant);
  expect(await meetup.ask('readBin', { id: meetup.detail.id })).toEqual([]);
});

test('[M8] a participant cannot change the words of another', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const [noor, tom] = [await meetup.join('Noor'), await meetup.join('Tom')];
  const atNoor = await openStandard(server, noor, { defer });
  const atTom = await openStandard(server, tom, { defer });
  await Promise.all([atNoor.synced(), atTom.synced()]);
  const id = layNote(atNoor.doc, noor, 'van Noor');
  await waitFor('the note at Tom', () => textOf(atTom.doc, id));

  setNoteText(atTom.doc, id, 'van Tom', 'user');

  expect(await atTom.closed).toBe(CLOSE_CODES.forbidden);
  expect(textOf(atNoor.doc, id)).toBe('van Noor');
});

test('[M9] a code works while a meet-up is tried or open, however it is typed', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'prepared' });
  const { code } = meetup.detail;
  const look = (typed: string) => server.as()('lookUp', { code: typed });
  await expect(look(code)).rejects.toMatchObject({ code: 'unknownCode' });
  await meetup.command({ type: 'open' });

  for (const typed of [code, code.toLowerCase(), code.replace(' ', ''), ` ${code.replace(/0/g, 'O')} `]) {
    expect((await look(typed)).title).toBe('Kick-off');
  }

  await meetup.command({ type: 'close' });
  await expect(look(code)).rejects.toMatchObject({ code: 'unknownCode' });
});

test('[M10] a device that comes back is the same person, and a person who was shut out stays out', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const device = createSecret();
  const first = await meetup.join('Noor', { device });
  const again = await meetup.join('Noor', { device });
  expect(again.participant).toBe(first.participant);
  const atNoor = await openStandard(server, again, { defer });
  await atNoor.synced();
  if (first.participant === null) throw new Error('a participant has an id');

  await meetup.command({ type: 'shutOut', person: first.participant, out: true });

  expect(await atNoor.closed).toBe(CLOSE_CODES.sessionEnded);
  await expect(meetup.join('Noor', { device })).rejects.toMatchObject({ code: 'shutOut' });
  await expect(server.as(first.session)('session', {})).rejects.toMatchObject({ code: 'shutOut' });
});
