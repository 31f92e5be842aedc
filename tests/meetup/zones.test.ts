import { createId, type CommandId, type ZoneId } from '@ruimte/shared/ids';
import { readZones } from '@ruimte/shared/projection/board';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

test('[M21] a space that is added lies below the others on every screen, takes notes and goes into the snapshot', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const [atNoor, wall] = [
    await openStandard(server, noor, { defer }),
    await openStandard(server, await meetup.openWall(), { defer }),
  ];
  await Promise.all([atNoor.synced(), wall.synced()]);

  await meetup.command({ type: 'addZone', title: 'de stilte', tint: 8 });

  const added = await waitFor('the space on the wall', () =>
    readZones(wall.doc).find(({ title }) => title.nl === 'de stilte'),
  );
  expect(added).toMatchObject({ kind: 'free', tint: 8, row: 3, col: 0, title: { en: 'de stilte' } });
  await waitFor('the space at Noor', () => readZones(atNoor.doc).length === 10);
  const note = layNote(atNoor.doc, noor, 'even niets', { zone: added.id });
  await waitFor('the note on the wall', () => textOf(wall.doc, note));
  await meetup.command({ type: 'close' });
  const [summary] = await server.as(meetup.organiser)('listSnapshots', {});
  if (summary === undefined) throw new Error('no snapshot was taken');
  const snapshot = await server.as(meetup.organiser)('readSnapshot', { id: summary.id });
  expect(snapshot.zones.map(({ id }) => id)).toContain(added.id);
  expect(snapshot.items.map(({ zone }) => zone)).toEqual([added.id]);
});

test('[M21] a space gets another name and colour; the empty one stays what it is', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const wall = await openStandard(server, await meetup.openWall(), { defer });
  await wall.synced();
  const find = (id: string) => readZones(wall.doc).find((zone) => zone.id === id);

  await meetup.command({ type: 'changeZone', zone: 'plek' as ZoneId, title: 'de wijk', tint: 2 });

  const renamed = await waitFor('the new name', () => {
    const zone = find('plek');
    return zone?.title.nl === 'de wijk' && zone;
  });
  expect(renamed).toMatchObject({ title: { en: 'de wijk' }, tint: 2, col: 0, row: 1 });
  await meetup.command({ type: 'changeZone', zone: 'plek' as ZoneId, tint: 3 });
  await waitFor('the new colour', () => find('plek')?.tint === 3);
  expect(find('plek')?.title.nl).toBe('de wijk');
  const empty = { type: 'changeZone', zone: 'lege-ruimte' as ZoneId, tint: 3 } as const;
  await expect(meetup.command(empty)).rejects.toMatchObject({ code: 'forbidden' });
  const nowhere = { type: 'changeZone', zone: 'nergens' as ZoneId, tint: 3 } as const;
  await expect(meetup.command(nowhere)).rejects.toMatchObject({ code: 'notFound' });
});

test('[M21] there are at most 24 spaces, one command adds one, and only facilitators give it', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const add = { id: createId<CommandId>(), command: { type: 'addZone', title: 'nog een', tint: 1 } as const };
  await expect(server.as(noor.session)('command', add)).rejects.toMatchObject({ code: 'forbidden' });
  await meetup.ask('command', add);
  await meetup.ask('command', add);
  for (let zones = 10; zones < 24; zones += 1) await meetup.command(add.command);

  await expect(meetup.command(add.command)).rejects.toMatchObject({ code: 'boardFull' });

  const wall = await openStandard(server, await meetup.openWall(), { defer });
  await wall.synced();
  expect(readZones(wall.doc)).toHaveLength(24);
  for (const wrong of [
    { title: '  ', tint: 1 },
    { title: 'lucht', tint: 5 },
    { title: 'geel', tint: 10 },
  ]) {
    await expect(meetup.command({ type: 'addZone', ...wrong })).rejects.toMatchObject({ code: 'invalid' });
  }
});
