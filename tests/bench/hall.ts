/**
 * `npm run bench:hall`: sixty people come in at once by code and all write; prints how long coming in takes, how long
 * a note takes to the wall, and what the server used for it.
 */
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fillHall } from '../support/fill-hall.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServerProcess } from '../support/server-process.ts';
import { waitFor } from '../support/wait-for.ts';

const PEOPLE = 60;
const NOTES_EACH = 5;
const TICKS_PER_SECOND = 100;

/** Processor seconds a process has used so far; undefined where the system does not tell. */
async function cpuSeconds(pid: number): Promise<number | undefined> {
  try {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return undefined;
  }
}

async function memoryMb(pid: number): Promise<number | undefined> {
  try {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1024);
  } catch {
    return undefined;
  }
}

const cleaning: (() => Promise<void> | void)[] = [];
const defer = (clean: () => Promise<void> | void): void => void cleaning.push(clean);
const quantile = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);

try {
  const server = await startServerProcess({ defer });
  const meetup = await prepareMeetup(server);
  const wall = openPerson(await meetup.openWall(), { url: server.url, defer });
  await wall.ready();
  const cpuBefore = await cpuSeconds(server.pid());
  const started = performance.now();
  const { people, joinTimesMs } = await fillHall(server, meetup, PEOPLE, defer);
  const joinedMs = performance.now() - started;

  const shown: number[] = [];
  const laidAt = new Map<string, number>();
  wall.model.board.onNotesChanged((ids) => {
    for (const id of ids) {
      const at = laidAt.get(id);
      if (at !== undefined) shown.push(performance.now() - at);
      laidAt.delete(id);
    }
  });
  for (let turn = 0; turn < NOTES_EACH; turn += 1) {
    for (const [number, person] of people.entries()) {
      laidAt.set(person.lay(`kaartje ${turn} van ${number}`), performance.now());
    }
    await Promise.all(people.map((person) => person.saved()));
  }
  await waitFor('every note on the wall', () => wall.texts().length === PEOPLE * NOTES_EACH, 20_000);
  const sorted = shown.toSorted((a, b) => a - b);
  const cpuAfter = await cpuSeconds(server.pid());
  const cpu = cpuBefore === undefined || cpuAfter === undefined ? '?' : (cpuAfter - cpuBefore).toFixed(2);
  console.log(`load average ${loadavg()[0]?.toFixed(1)}; ${PEOPLE} people, ${NOTES_EACH} notes each`);
  console.log(
    `code typed to board seen, all at once: median ${quantile(joinTimesMs, 0.5)} ms, p95 ${quantile(joinTimesMs, 0.95)} ms`,
  );
  console.log(`all in after ${Math.round(joinedMs)} ms`);
  console.log(
    `note laid to shown on the wall: median ${quantile(sorted, 0.5)} ms, p95 ${quantile(sorted, 0.95)} ms`,
  );
  console.log(`server: ${cpu} s of processor time, ${(await memoryMb(server.pid())) ?? '?'} MB`);
} finally {
  for (const clean of cleaning.toReversed()) await clean();
}
process.exit(0);
