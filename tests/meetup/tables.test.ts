import {
  createId,
  createSecret,
  type CommandId,
  type CommunityId,
  type ParticipantId,
} from '@ruimte/shared/ids';
import { readRoster } from '@ruimte/shared/schema/stage';
import { expect, test } from 'vitest';
import { createBalkyStore } from '../support/balky-store.ts';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

/** Two people of each community come in. */
async function fill(meetup: TestMeetup): Promise<readonly ParticipantId[]> {
  const ids: ParticipantId[] = [];
  for (const { id, name } of meetup.detail.communities) {
    for (const who of ['een', 'twee']) {
      const { participant } = await meetup.join(`${name} ${who}`, { community: id });
      if (participant !== null) ids.push(participant);
    }
  }
  return ids;
}

test('[M20] tables drawn by lot mix the communities, and everybody sees who sits where', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const people = await fill(meetup);
  const wall = await openStandard(server, await meetup.openWall(), { defer, kind: 'stage' });
  await wall.synced();

  await meetup.command({ type: 'drawTables', tables: 2 });

  const roster = await waitFor('the tables on the wall', () => {
    const now = readRoster(wall.doc);
    return people.every((id) => now.get(id)?.table !== undefined) && now;
  });
  for (const { id } of meetup.detail.communities) {
    const own = people.filter((person) => roster.get(person)?.community === id);
    expect(own.map((person) => roster.get(person)?.table).sort()).toEqual([1, 2]);
  }
  expect(roster.get(meetup.facilitator.participant as ParticipantId)?.table).toBeUndefined();
});

test('[M20] whoever comes in later sits at the smallest table, also after a restart', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  await fill(meetup);
  await meetup.command({ type: 'drawTables', tables: 7 });
  await server.stop();
  await server.start();

  const { participant } = await meetup.join('Later');

  const stage = await openStandard(server, meetup.facilitator, { defer, kind: 'stage' });
  await stage.synced();
  const tables = [...readRoster(stage.doc).values()].flatMap(({ table }) => table ?? []);
  expect(tables.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(readRoster(stage.doc).get(participant as ParticipantId)?.table).toBeDefined();
});

test('[M20] a facilitator changes the seat of one person, takes all tables away, and a draw sent twice is one draw', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const [first] = await fill(meetup);
  if (first === undefined) throw new Error('nobody came in');
  const stage = await openStandard(server, meetup.facilitator, { defer, kind: 'stage' });
  await stage.synced();
  const seats = () => [...readRoster(stage.doc)].map(([id, { table }]) => `${id} ${table}`).join();
  const draw = { id: createId<CommandId>(), command: { type: 'drawTables', tables: 3 } as const };
  await meetup.ask('command', draw);
  await meetup.command({ type: 'setTable', person: first, table: 4 });
  await waitFor('the new seat', () => readRoster(stage.doc).get(first)?.table === 4);
  const before = seats();

  await meetup.ask('command', draw);
  await meetup.command({ type: 'lock', locked: true });

  expect(seats()).toBe(before);
  await meetup.command({ type: 'drawTables', tables: 0 });
  await waitFor('no tables', () =>
    [...readRoster(stage.doc).values()].every(({ table }) => table === undefined),
  );
  const { participant } = await meetup.join('Later');
  await waitFor('the newcomer', () => readRoster(stage.doc).has(participant as ParticipantId));
  expect(readRoster(stage.doc).get(participant as ParticipantId)?.table).toBeUndefined();
});

test('[M20] nobody but a facilitator gives seats, and only people who take part get one', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor', { community: '' as CommunityId | '' });
  const asNoor = server.as(noor.session);
  const draw = { id: createId<CommandId>(), command: { type: 'drawTables', tables: 2 } as const };
  await expect(asNoor('command', draw)).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = createSecret() as ParticipantId;
  await expect(meetup.command({ type: 'setTable', person: stranger, table: 1 })).rejects.toMatchObject({
    code: 'notFound',
  });
  await meetup.command({ type: 'close' });
  await expect(meetup.command({ type: 'drawTables', tables: 2 })).rejects.toMatchObject({
    code: 'meetupClosed',
  });
});

test('[M12] tables that could not be kept are nowhere, and are drawn when it is asked again', async () => {
  const balky = createBalkyStore();
  const server = await startServer({ defer, store: balky.store });
  const meetup = await prepareMeetup(server);
  const people = await fill(meetup);
  const noor = await meetup.join('Noor');
  const client = await openStandard(server, noor, { defer });
  const stage = await openStandard(server, noor, { defer, kind: 'stage' });
  await Promise.all([client.synced(), stage.synced()]);
  const isHealthy = async () => (await fetch(`${server.url}/api/health`)).ok;
  const seated = () => [...readRoster(stage.doc).values()].filter(({ table }) => table !== undefined).length;
  balky.setFull(true);
  layNote(client.doc, noor, 'op een volle schijf');
  await waitFor('the server to say that it saves nothing', async () => !(await isHealthy()));
  const draw = { id: createId<CommandId>(), command: { type: 'drawTables', tables: 2 } as const };
  await expect(meetup.ask('command', draw)).rejects.toMatchObject({ code: 'notSaving' });

  balky.setFull(false);
  await waitFor('saving to resume', isHealthy);
  const before = seated();
  await meetup.join('Later');
  await waitFor('the newcomer', () => readRoster(stage.doc).size === people.length + 3);
  expect([before, seated()]).toEqual([0, 0]);
  await meetup.ask('command', draw);

  await waitFor('a seat for everybody', () => seated() === people.length + 2);
});

test('[M27] a device writes for its table with the rights of a participant, and a draw leaves it there', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const people = await fill(meetup);
  const join = { secret: meetup.secret('participant'), name: 'Tafel 4', community: '' } as const;
  const device = createSecret();
  const fourth = await server.as()('join', { ...join, device, table: 4 });
  const board = await openStandard(server, fourth, { defer });
  const stage = await openStandard(server, meetup.facilitator, { defer, kind: 'stage' });
  await Promise.all([board.synced(), stage.synced()]);
  const entry = () => readRoster(stage.doc).get(fourth.participant as ParticipantId);
  await waitFor('the table on the roster', () => entry()?.table === 4);
  expect(entry()).toMatchObject({ name: 'Tafel 4', community: '', role: 'participant' });
  const note = layNote(board.doc, fourth, 'samen bedacht');
  const wall = await openStandard(server, await meetup.openWall(), { defer });
  await wall.synced();
  await waitFor('the note on the wall', () => textOf(wall.doc, note));

  await meetup.command({ type: 'drawTables', tables: 2 });

  const tableOf = (id: ParticipantId) => readRoster(stage.doc).get(id)?.table;
  await waitFor('seats for all', () => people.every((id) => tableOf(id) !== undefined));
  expect(people.filter((id) => tableOf(id) === 1)).toHaveLength(people.length / 2);
  expect(entry()?.table).toBe(4);
  await meetup.command({ type: 'drawTables', tables: 0 });
  await waitFor('no seats', () => people.every((id) => tableOf(id) === undefined));
  expect(entry()?.table).toBe(4);
  const again = await server.as()('join', { ...join, device, table: 4 });
  expect(again.participant).toBe(fourth.participant);
});

test('[M27] a device writes for a table that can be, and nobody leads or projects as a table', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const join = { device: createSecret(), name: 'Tafel', community: '' } as const;
  const ask = server.as();
  for (const table of [0, 61, 1.5]) {
    const request = { ...join, secret: meetup.secret('participant'), table };
    await expect(ask('join', request)).rejects.toMatchObject({ code: 'invalid' });
  }
  const leading = { ...join, secret: meetup.secret('facilitator'), table: 1 };
  await expect(ask('join', leading)).rejects.toMatchObject({ code: 'invalid' });
});
