/**
 * `npm run bench:rotation`: sixty people at nine tables hold "Vrij associëren" from its first round to its last, with
 * the rotation; the time between rounds and turns is skipped. Prints how far apart devices see a new round, how long a
 * note takes to the wall, and whether every note is in the snapshot.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { callApi } from '@ruimte/client/model/api';
import { createSignInLink } from '@ruimte/server/access/sign-in';
import { rotationTurn } from '@ruimte/shared/facilitation/engine';
import { zoneOfTable } from '@ruimte/shared/facilitation/rotation';
import type { SnapshotId } from '@ruimte/shared/ids';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import type { TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const PEOPLE = 60;
const TABLES = 9;
const NOTES_A_TURN = 2;
/** Sixty people who write two notes in two minutes lay one each second; here forty times as many. */
const BETWEEN_NOTES_MS = 25;
const PATIENCE_MS = 20_000;
const MINUTE = 60_000;

const cleaning: (() => Promise<void> | void)[] = [];
const defer = (clean: () => Promise<void> | void): void => void cleaning.push(clean);
const quantile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN);
};

/** The hall's clock: that of the server, and of all devices. */
let aheadMs = 0;
const clock = { now: () => Date.now() + aheadMs };

async function startClocked() {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-rotation-'));
  defer(() => rm(folder, { recursive: true, force: true }));
  const child = fork(fileURLToPath(new URL('../support/clocked-server.js', import.meta.url)), [folder]);
  defer(() => void child.kill('SIGKILL'));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const url = `http://127.0.0.1:${port}`;
  const as: TestServer['as'] = (session) => (name, request) => callApi(name, request, { base: url, session });
  const signInLink = async (): Promise<string> =>
    new URL(await createSignInLink(folder, url, clock)).hash.replace('#sign-in=', '');
  const server: TestServer = {
    url,
    port,
    folder,
    clock,
    as,
    signInLink,
    organiser: async () => (await as()('signIn', { link: await signInLink() })).session,
    stop: () => undefined as never,
    start: () => undefined as never,
  };
  const skip = async (ms: number): Promise<void> => {
    aheadMs += ms;
    child.send(aheadMs);
    await once(child, 'message');
  };
  return { server, skip };
}

try {
  const { server, skip } = await startClocked();
  const meetup = await prepareMeetup(server, { round: null });
  const open = async (index: number): Promise<Person> => {
    const community = meetup.detail.communities[index % 3]?.id ?? '';
    const session = await meetup.join(`Mens ${index}`, { community });
    const person = openPerson(session, { url: server.url, defer, clock });
    await person.ready();
    return person;
  };
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => open(index)));
  const wall = openPerson(await meetup.openWall(), { url: server.url, defer, clock });
  await wall.ready();
  await meetup.command({ type: 'drawTables', tables: TABLES });

  const [shownMs, apartMs]: [number[], number[]] = [[], []];
  const laidAt = new Map<string, number>();
  wall.model.board.onNotesChanged((ids) => {
    for (const id of ids) {
      const at = laidAt.get(id);
      if (at !== undefined) shownMs.push(performance.now() - at);
      laidAt.delete(id);
    }
  });
  let laid = 0;
  const lay = async (person: Person, text: string, zone: string): Promise<void> => {
    await pause(BETWEEN_NOTES_MS);
    laidAt.set(person.lay(text, zone), performance.now());
    laid += 1;
  };
  const goTo = async (round: string): Promise<void> => {
    const seen = new Map<Person, number>();
    const stops = [...people, wall].map((person) =>
      person.model.stage.subscribe(() => {
        if (person.model.stage.get().round === round && !seen.has(person))
          seen.set(person, performance.now());
      }),
    );
    await meetup.goTo(round);
    await waitFor(`round ${round} everywhere`, () => seen.size === PEOPLE + 1, PATIENCE_MS);
    for (const stop of stops) stop();
    apartMs.push(Math.max(...seen.values()) - Math.min(...seen.values()));
  };
  const settled = (): Promise<unknown> =>
    waitFor(
      'every note on the wall',
      () => wall.texts().length === laid && people.every(({ model }) => model.unsent.get().length === 0),
      PATIENCE_MS,
    );

  const { rounds, zones } = meetup.detail.view;
  for (const round of rounds) {
    await goTo(round.id);
    if (round.rotate !== undefined) {
      for (let turn = 0; turn < TABLES; turn += 1) {
        for (let note = 0; note < NOTES_A_TURN; note += 1) {
          for (const [index, person] of people.entries()) {
            const now = rotationTurn(
              { rounds: rounds as never },
              person.model.stage.get(),
              person.model.now(),
            );
            if (now?.turn !== turn) throw new Error(`a device is at turn ${now?.turn}, not ${turn}`);
            const table = person.model.roster.get().get(person.session.participant as never)?.table ?? 0;
            const zone = zoneOfTable(zones, table, turn);
            await lay(person, `${turn}.${note} van ${index}`, zone?.id ?? '');
          }
        }
        await settled();
        await skip(round.rotate.minutes * MINUTE);
      }
    } else if (round.write === 'open') {
      for (const [index, person] of people.entries())
        await lay(person, `nog een van ${index}`, zones[index % 9]?.id ?? '');
      await settled();
    }
    await skip(10_000);
  }
  await meetup.command({ type: 'close' });
  const [summary] = await meetup.ask('listSnapshots', {});
  const snapshot = await meetup.ask('readSnapshot', { id: summary?.id as SnapshotId });
  console.log(
    `load average ${loadavg()[0]?.toFixed(1)}; ${PEOPLE} people at ${TABLES} tables, ${rounds.length} rounds, server and people on one machine`,
  );
  console.log(
    `a new round, first device to last: median ${quantile(apartMs, 0.5)} ms, longest ${quantile(apartMs, 1)} ms`,
  );
  console.log(
    `note laid to shown on the wall: median ${quantile(shownMs, 0.5)} ms, p95 ${quantile(shownMs, 0.95)} ms, longest ${quantile(shownMs, 1)} ms`,
  );
  console.log(`notes laid ${laid}, in the snapshot ${snapshot.items.length}`);
} finally {
  for (const clean of cleaning.toReversed()) await clean();
}
process.exit(0);
