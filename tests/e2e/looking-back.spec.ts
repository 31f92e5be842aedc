// A year later: the board of then beside that of now, on laptop, wall and phone.

import { createSecret, type FormatId, type RoundId, type SnapshotId, type ZoneId } from '@ruimte/shared/ids';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { runAxe } from './checks/axe.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { expect, test } from './test.ts';

test('[S5] notes of then are carried over and stand beside those of now, with what became of each', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const kickOff = await prepareMeetup(server);
  const tom = openPerson(await kickOff.join('Tom'), { url: server.url, defer });
  await tom.ready();
  for (const text of ['de gang', 'een hoek om te knoeien', 'een podium']) tom.lay(text, 'plek');
  await tom.saved();
  await kickOff.command({ type: 'close' });
  const ask = server.as(kickOff.organiser);
  const [before] = await ask('listSnapshots', {});
  const detail = await ask('createMeetup', {
    format: 'evalueren' as FormatId,
    title: 'Een jaar later',
    date: '2026-11-14',
    locale: 'nl',
    communities: [{ name: 'De Blauwe Trap' }],
    previous: before?.id as SnapshotId,
  });
  const session = await ask('enterMeetup', { id: detail.id, device: createSecret() });
  const leader = openPerson(session, { url: server.url, defer });
  await leader.ready();
  const { model } = leader;
  await model.command({ type: 'open' });
  await waitFor('the meet-up to be open', () => model.stage.get().status === 'open');
  const toen = {
    type: 'goToRound',
    round: 'toen' as RoundId,
    fromRevision: model.stage.get().revision,
  } as const;
  await model.command(toen);
  const [iris, hall, noor] = [
    await visit('facilitator', server.url),
    await visit('wall', server.url),
    await visit('phone', server.url),
  ];
  await hall.page.goto(detail.links.wall);
  await iris.page.goto(detail.links.facilitator);
  await new JoinForm(iris.page).enterAsFacilitator('Iris');
  await new BoardPage(iris.page).ready();

  await iris.page.getByRole('button', { name: 'Kijk naar toen en nu' }).click();
  const sheet = iris.page.getByRole('region', { name: 'Toen en nu' });
  await expect(sheet).toBeFocused();
  await expect(sheet.getByRole('group', { name: 'de plek' }).getByRole('row', { name: /Weg/ })).toContainText(
    'een podium',
  );
  await sheet.getByRole('button', { name: 'Leg de kaartjes van toen op dit bord' }).click();
  await expect(iris.page.getByText('3 kaartjes neergelegd.')).toBeVisible();
  const place = sheet.getByRole('group', { name: 'de plek' });
  await expect(place.getByRole('row', { name: /Gebleven/ })).toContainText('een podium');

  const note = (text: string) => [...model.board.get().notes.values()].find((each) => each.text === text)?.id;
  const [gang, hoek, podium] = [note('de gang'), note('een hoek om te knoeien'), note('een podium')];
  if (gang === undefined || hoek === undefined || podium === undefined) throw new Error('all three are here');
  model.actions.typeNote(gang, 'de gang, van iedereen');
  model.actions.endTyping(gang);
  model.actions.sendToZone(hoek, 'kunsten' as ZoneId);
  model.actions.removeNotes([podium]);
  leader.lay('een schuur', 'plek');
  await leader.saved();
  for (const [kind, words] of [
    ['Anders verwoord', 'de gang, van iedereen'],
    ['Verplaatst', 'naar de kunsten'],
    ['Weg', 'een podium'],
    ['Nieuw', 'een schuur'],
  ] as const)
    await expect(place.getByRole('row', { name: new RegExp(kind) })).toContainText(words);
  expect((await runAxe(iris.page, 'all')).violations).toEqual([]);
  await iris.page.keyboard.press('Escape');
  await expect(iris.page.getByRole('button', { name: 'Kijk naar toen en nu' })).toBeFocused();

  await expect(hall.page.getByText('Toen, vrijdag 14 november 2025')).toBeVisible();
  await model.command({ type: 'spotlight', on: { zone: 'plek' as ZoneId } });
  await expect(hall.page.getByRole('row', { name: /Weg/ })).toContainText('een podium');
  expect((await runAxe(hall.page, 'all')).violations).toEqual([]);
  await noor.page.goto(detail.links.participant);
  await new JoinForm(noor.page).joinAs('Noor', 'De Blauwe Trap');
  await noor.page.getByRole('button', { name: 'Bord', exact: true }).click();
  await noor.page.getByRole('radio', { name: 'de plek', exact: true }).check();
  await expect(noor.page.getByRole('row', { name: /Nieuw/ })).toContainText('een schuur');
  expect((await runAxe(noor.page, 'all')).violations).toEqual([]);
});
