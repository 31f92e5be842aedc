import { createId, type CommandId, type ZoneId } from '@ruimte/shared/ids';
import { readZones } from '@ruimte/shared/projection/board';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
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

test('[M26] an empty space goes from every screen and comes back as it was; one in which something lies stays', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const client = await openStandard(server, noor, { defer });
  await client.synced();
  const find = (id: string) => readZones(client.doc).find((zone) => zone.id === id);
  const kind = find('kind');
  layNote(client.doc, noor, 'bij de rivier', { zone: 'plek' });
  const remove = (zone: string) => ({ type: 'removeZone', zone: zone as ZoneId }) as const;
  await expect(
    server.as(noor.session)('command', { id: createId<CommandId>(), command: remove('kind') }),
  ).rejects.toMatchObject({ code: 'forbidden' });

  await meetup.command(remove('kind'));

  await waitFor('the space to go', () => find('kind') === undefined);
  await expect(meetup.command(remove('plek'))).rejects.toMatchObject({ code: 'staleRevision' });
  await expect(meetup.command(remove('lege-ruimte'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(meetup.command(remove('kind'))).rejects.toMatchObject({ code: 'notFound' });
  await server.stop();
  await server.start();
  await meetup.command({ type: 'restoreZone', zone: 'kind' as ZoneId });
  await expect(meetup.command({ type: 'restoreZone', zone: 'kind' as ZoneId })).rejects.toMatchObject({
    code: 'notFound',
  });
  const wall = await openStandard(server, await meetup.openWall(), { defer });
  await wall.synced();
  expect(readZones(wall.doc).find(({ id }) => id === 'kind')).toEqual(kind);
});

test('[M26] words that were on their way into a space that went bring it back, live or late', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const client = await openStandard(server, noor, { defer });
  const phone = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await Promise.all([client.synced(), phone.ready()]);
  await waitFor('the round', () => phone.model.noWriting.get() === undefined);
  phone.goOffline();
  phone.lay('zonder verbinding', 'twijfel');
  for (const zone of ['kind', 'twijfel']) await meetup.command({ type: 'removeZone', zone: zone as ZoneId });
  const ids = () => readZones(client.doc).map(({ id }) => id);
  await waitFor('both to go', () => ids().length === 7);

  layNote(client.doc, noor, 'was al onderweg', { zone: 'kind' });
  await waitFor('the first to come back', () => ids().includes('kind' as ZoneId));
  phone.goOnline();

  await waitFor('the second to come back', () => ids().includes('twijfel' as ZoneId));
  await waitFor('the note in it', () => phone.texts().includes('zonder verbinding'));
  expect(ids()).toHaveLength(9);
});

test('[M26] a space that a round asks for stays, and so does one for which notes lie on desks', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'orienteren', round: 'zo-sta-ik-erin' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the desk', () => noor.model.sheet.get() === 'desk');
  noor.lay('voor mezelf', 'plek');
  await noor.saved();
  await waitFor('the count', () => noor.model.written.get().get('plek' as ZoneId) === 1);

  await expect(meetup.command({ type: 'removeZone', zone: 'plek' as ZoneId })).rejects.toMatchObject({
    code: 'staleRevision',
  });

  const rated = await prepareMeetup(server, { format: 'reflectiekaart-voorwaarden', round: null });
  const [first] = rated.detail.view.zones.filter(({ rating }) => rating !== undefined);
  if (first === undefined) throw new Error('nothing is rated in this form');
  await expect(rated.command({ type: 'removeZone', zone: first.id })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
