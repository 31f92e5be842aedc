import type { FormatId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { startServer } from '../support/start-server.ts';

const FREE = 'vrij-associeren' as FormatId;
const SILENT = 'orienteren' as FormatId;
const kept = (rounds: Readonly<Record<string, number>>) =>
  Object.entries(rounds).map(([id, minutes]) => ({ id: id as RoundId, minutes }));
const meetupOf = (format: FormatId) => ({
  format,
  title: 'Kort',
  date: '2026-11-14',
  locale: 'nl' as const,
  communities: [],
});

test('[M22] rounds are left out and shortened, and turns become shorter along with their round', async () => {
  const server = await startServer({ defer });
  const ask = server.as(await server.organiser());
  const rounds = kept({ rondgang: 9, vertellen: 5 });

  const detail = await ask('createMeetup', { ...meetupOf(FREE), rounds });

  expect(detail.view.rounds.map(({ id, minutes }) => ({ id, minutes }))).toEqual(rounds);
  expect(detail.view.rounds[0]?.rotate).toEqual({ minutes: 1 });
  await server.stop();
  await server.start();
  const again = await ask('readMeetup', { id: detail.id });
  expect(again.view.rounds.map(({ id, minutes }) => ({ id, minutes }))).toEqual(rounds);
});

test('[M22] the rounds of a prepared meet-up change again, and what was left out comes back', async () => {
  const server = await startServer({ defer });
  const ask = server.as(await server.organiser());
  const { id } = await ask('createMeetup', { ...meetupOf(FREE), rounds: kept({ rondgang: 9 }) });

  const more = await ask('updateMeetup', { id, rounds: kept({ welkom: 3, rondgang: 9 }) });

  expect(more.view.rounds.map((round) => round.id)).toEqual(['welkom', 'rondgang']);
  const other = await ask('updateMeetup', { id, format: SILENT, rounds: kept({ binnenkomen: 10 }) });
  expect(other.view.format.id).toBe(SILENT);
  expect(other.view.rounds.map((round) => round.id)).toEqual(['binnenkomen']);
});

test('[M22] a private round never loses every reveal, and no other round or length is taken', async () => {
  const server = await startServer({ defer });
  const ask = server.as(await server.organiser());
  for (const rounds of [
    kept({ binnenkomen: 5, 'zo-sta-ik-erin': 5 }),
    kept({ nergens: 5 }),
    kept({ binnenkomen: 0 }),
    kept({ binnenkomen: 241 }),
    kept({ binnenkomen: 2.5 }),
    [],
    [...kept({ binnenkomen: 5 }), ...kept({ binnenkomen: 6 })],
  ]) {
    await expect(ask('createMeetup', { ...meetupOf(SILENT), rounds })).rejects.toMatchObject({
      code: 'invalid',
    });
  }
  const both = kept({ 'zo-sta-ik-erin': 5, 'naast-elkaar': 5 });
  await expect(ask('createMeetup', { ...meetupOf(SILENT), rounds: both })).resolves.toBeDefined();
});

test('[M22] an open meet-up keeps its form', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const change = { id: meetup.detail.id, rounds: kept({ rondgang: 5 }) };
  await expect(meetup.ask('updateMeetup', change)).rejects.toMatchObject({ code: 'meetupNotOpen' });
});

test('[M23] a meet-up like an earlier one has its form and the colours of its communities, and its own links', async () => {
  const server = await startServer({ defer });
  const first = await prepareMeetup(server, { communities: ['De Brug', 'De Kade', 'Het Veld'] });
  const ask = server.as(first.organiser);
  const { id, communities } = first.detail;
  const [gone] = communities;
  if (gone === undefined) throw new Error('no communities');
  await ask('updateCommunity', { id, community: gone.id, remove: true });
  await first.command({ type: 'changeZone', zone: 'plek' as ZoneId, title: 'de wijk' });
  const shortened = await ask('createMeetup', { ...meetupOf(FREE), rounds: kept({ rondgang: 9 }) });

  const next = await ask('createMeetup', {
    ...meetupOf(FREE),
    like: id,
    communities: [{ name: 'De Kade' }, { name: 'Nieuw' }, { name: 'Het Veld' }],
  });
  const short = await ask('createMeetup', { ...meetupOf(FREE), like: shortened.id });

  expect(next.communities.map(({ name, number }) => [name, number])).toEqual([
    ['De Kade', 2],
    ['Nieuw', 4],
    ['Het Veld', 3],
  ]);
  expect(next.links.participant).not.toBe(first.detail.links.participant);
  expect(next.status).toBe('prepared');
  expect(short.view.rounds.map((round) => [round.id, round.minutes])).toEqual([['rondgang', 9]]);
  await expect(ask('createMeetup', { ...meetupOf(SILENT), like: id })).rejects.toMatchObject({
    code: 'invalid',
  });
});
