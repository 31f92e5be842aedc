import type { RoundId } from '@ruimte/shared/ids';
import { TIMES } from '@ruimte/shared/limits';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

const DAY_MS = 24 * 60 * 60_000;

test('[F8] a clock that jumps a day ahead and two days back costs nobody a session, a word or the round', async () => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await Promise.all([noor.ready(), tom.ready()]);
  noor.lay('voor de sprong');
  await noor.saved();
  let count = 1;
  for (const jump of [DAY_MS, -2 * DAY_MS, DAY_MS]) {
    clock.advance(jump);
    // Ready to write on the open socket, and on one that is opened anew with a fresh ticket.
    noor.lay(`na ${jump / DAY_MS} dagen`);
    await noor.saved();
    tom.reopen();
    await tom.ready();
    tom.lay(`Tom na ${jump / DAY_MS} dagen`);
    await tom.saved();
    count += 2;
    await waitFor('everything at Noor', () => noor.texts().length === count);
    expect(await server.as(noor.session.session)('session', {})).toMatchObject({ role: 'participant' });
    await meetup.goTo('rondgang');
    const stage = noor.model.stage;
    await waitFor('the round to run from now', () => (stage.get().deadline ?? 0) > clock.now());
    expect(stage.get()).toMatchObject({ round: 'rondgang' as RoundId, status: 'open' });
    const latecomer = await meetup.join(`laat ${count}`);
    const opened = await openStandard(server, latecomer, { defer });
    await opened.synced();
    opened.leave();
  }
  expect(noor.closeCodes.filter((code) => code >= 4400)).toEqual([]);
});

test('[F8] a deadline that a jump puts in the past ends nothing by itself, and one put far away can be taken back', async () => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  clock.advance(DAY_MS);
  noor.lay('na de deadline');
  await noor.saved();
  clock.advance(-2 * DAY_MS);
  await meetup.command({ type: 'extend', ms: -TIMES.undoCloseMs });
  await meetup.command({ type: 'pause' });
  await meetup.command({ type: 'resume' });
  await meetup.command({ type: 'close' });
  clock.advance(-DAY_MS);
  await meetup.command({ type: 'undoClose' });
  noor.lay('na het terugnemen van de sluiting');
  await noor.saved();
  expect(noor.texts()).toHaveLength(2);
});
