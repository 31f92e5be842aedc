import { createSecret } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { rootOf } from '@ruimte/shared/schema/document';
import { WebSocket } from 'ws';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

test('[R1] an unmodified provider with a ticket reads and writes the board', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const [noor, tom] = [await meetup.join('Noor'), await meetup.join('Tom')];
  const atNoor = await openStandard(server, noor, { defer });
  const atTom = await openStandard(server, tom, { defer, inQuery: true });
  await Promise.all([atNoor.synced(), atTom.synced()]);

  const id = layNote(atNoor.doc, noor, 'buiten, onder de bomen');

  expect(await waitFor('the note at Tom', () => textOf(atTom.doc, id))).toBe('buiten, onder de bomen');
  expect(rootOf(atTom.doc, 'zones').size).toBe(9);
});

test('[R2] the wall reads the board and is closed when it writes', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const wall = await meetup.openWall();
  const atWall = await openStandard(server, wall, { defer });
  const atNoor = await openStandard(server, noor, { defer });
  await Promise.all([atWall.synced(), atNoor.synced()]);

  const id = layNote(atWall.doc, noor, 'van het scherm');

  expect(await atWall.closed).toBe(CLOSE_CODES.forbidden);
  const own = layNote(atNoor.doc, noor, 'van Noor');
  const later = await openStandard(server, await meetup.join('Tom'), { defer });
  await waitFor('the note of Noor', () => textOf(later.doc, own));
  expect(textOf(later.doc, id)).toBeUndefined();
});

test('[R3] nobody writes the stage, not even a facilitator', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const stage = await openStandard(server, meetup.facilitator, { defer, kind: 'stage' });
  await stage.synced();

  stage.doc.getMap('stage').set('state', { status: 'closed' });

  expect(await stage.closed).toBe(CLOSE_CODES.forbidden);
  expect((await meetup.ask('session', {})).meetup?.status).toBe('open');
});

test('[R4] a desk opens for its owner alone', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const [noor, tom] = [await meetup.join('Noor'), await meetup.join('Tom')];
  const desk = await openStandard(server, noor, { defer, kind: 'desk' });
  await desk.synced();
  const { ticket } = await server.as(tom.session)('ticket', { document: 'desk', generation: 1 });

  const intruder = await openStandard(server, tom, {
    defer,
    ticket,
    room: `${meetup.detail.view.board}/desk/${noor.participant}`,
  });

  expect(await intruder.closed).toBe(CLOSE_CODES.ticket);
});

test('[R5] expired, foreign and missing tickets are turned away with their code', async () => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const other = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const ask = server.as(noor.session);
  const { ticket, room } = await ask('ticket', { document: 'board', generation: 1 });

  const foreign = await openStandard(server, noor, { defer, ticket, room: other.detail.view.board });
  expect(await foreign.closed).toBe(CLOSE_CODES.ticket);
  const missing = await openStandard(server, noor, { defer, ticket: createSecret(), room });
  expect(await missing.closed).toBe(CLOSE_CODES.ticket);
  clock.advance(60_001);
  const expired = await openStandard(server, noor, { defer, ticket, room });
  expect(await expired.closed).toBe(CLOSE_CODES.ticket);
});

test('[R5] a session comes with tickets for board and stage, and one that has expired is asked for anew', async () => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const { tickets } = await server.as(noor.session)('session', {});
  const board = await openStandard(server, noor, { defer, ...tickets?.board });
  const stage = await openStandard(server, noor, { defer, kind: 'stage', ...tickets?.stage });
  await Promise.all([board.synced(), stage.synced()]);
  expect(rootOf(board.doc, 'zones').size).toBe(9);
  expect((await server.as(meetup.organiser)('session', {})).tickets).toBeNull();

  clock.advance(60_001);
  const slow = openPerson(noor, { url: server.url, defer, tickets: tickets ?? null });

  await slow.ready();
  expect(slow.closeCodes).toContain(CLOSE_CODES.ticket);
});

test('[R6] a socket from a foreign page is refused before the handshake', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const { ticket, room } = await server.as(noor.session)('ticket', { document: 'board', generation: 1 });
  const url = `${server.url.replace('http', 'ws')}/ws/${room}`;

  const foreign = new WebSocket(url, [`ticket.${ticket}`], { origin: 'https://elders.example' });
  const status = await new Promise((resolve) => {
    foreign.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    foreign.on('error', () => undefined);
  });
  expect(status).toBe(403);
});

test('[R7] a renewed link ends the sessions it opened, and their sockets', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const atNoor = await openStandard(server, noor, { defer });
  await atNoor.synced();

  await meetup.ask('renewLink', { id: meetup.detail.id, role: 'participant' });

  expect(await atNoor.closed).toBe(CLOSE_CODES.sessionEnded);
  await expect(server.as(noor.session)('session', {})).rejects.toMatchObject({ code: 'signInNeeded' });
  await expect(meetup.join('Tom')).rejects.toMatchObject({ code: 'unknownLink' });
});
