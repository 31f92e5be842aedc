/** The scenarios, and how one server goes through one of them once. */
import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { folderMb, keep, readUsage, withFolder } from './children.ts';
import type { Contender, Running } from './contenders.ts';
import type { Job, Place, Report, Work } from './job.ts';

export type ScenarioId =
  'saturation' | 'mix20' | 'mix50' | 'mix100' | 'mix200' | 'boards' | 'cold2000' | 'cold10000';

export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  readonly kind: 'saturation' | 'mix' | 'cold';
  readonly rooms: number;
  readonly people: number;
  /** Notes on the board of a cold open. */
  readonly notes: number;
}

const mix = (id: ScenarioId, people: number, rooms = 1): Scenario => ({
  id,
  title: rooms > 1 ? `${rooms} boards × ${people} people` : `meet-up mix, ${people} people`,
  kind: 'mix',
  rooms,
  people,
  notes: 0,
});
const cold = (id: ScenarioId, notes: number): Scenario => ({
  id,
  title: `cold open, ${notes.toLocaleString('en')} notes`,
  kind: 'cold',
  rooms: 1,
  people: 10,
  notes,
});

export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'saturation',
    title: 'saturation, 50 clients on one board',
    kind: 'saturation',
    rooms: 1,
    people: 50,
    notes: 0,
  },
  mix('mix20', 20),
  mix('mix50', 50),
  mix('mix100', 100),
  mix('mix200', 200),
  mix('boards', 10, 20),
  cold('cold2000', 2_000),
  cold('cold10000', 10_000),
];

/** Figures by the name of their column. */
export type Figures = Readonly<Record<string, number>>;

/** Longest a job may take beyond its own seconds: making updates beforehand, opening sockets, feeding. */
const JOB_MS = 10 * 60_000;

/** Takes one server through one scenario on a folder of its own. @throws Error saying why it could not be measured. */
export function runOnce(
  scenario: Scenario,
  contender: Contender,
  { seconds, updates }: { readonly seconds: number; readonly updates: number },
): Promise<Figures> {
  const { rooms, people, kind, notes } = scenario;
  return withFolder(async (folder) => {
    const running = await contender.start({ folder, rooms, people, raised: kind !== 'mix' });
    try {
      if (kind !== 'cold') return await measureTraffic(running, { kind, seconds });
      return await openCold(running, { folder, notes, updates, settleMs: contender.settleMs });
    } finally {
      await running.child.stop();
    }
  });
}

async function measureTraffic({ child, place }: Running, work: Work): Promise<Figures> {
  const marks: { readonly cpu: number; readonly at: number }[] = [];
  const mark = async (): Promise<void> => {
    const at = performance.now();
    marks.push({ cpu: (await readUsage(child.pid)).cpu, at });
  };
  const marking: Promise<void>[] = [];
  const report = await sendCrowd({ place, work }, () => marking.push(mark()));
  await Promise.all(marking);
  const [begin, end] = marks;
  if (report.kind !== 'traffic' || begin === undefined || end === undefined)
    throw new Error('no figures came');
  const { result } = report;
  const cpu = end.cpu - begin.cpu;
  const { rssMb, peakMb } = await readUsage(child.pid);
  return {
    delivered: result.deliveredPerSecond,
    undelivered: result.undelivered * 100,
    p50: result.p50,
    p95: result.p95,
    p99: result.p99,
    core: (cpu / (end.at - begin.at)) * 100_000,
    us: (cpu * 1e6) / result.deliveries,
    rss: rssMb,
    peak: peakMb,
    merged: result.perMessage,
    crowd: result.crowdCore * 100,
  };
}

interface ColdParts {
  readonly folder: string;
  readonly notes: number;
  readonly updates: number;
  readonly settleMs: number;
}

async function openCold(running: Running, { folder, notes, updates, settleMs }: ColdParts): Promise<Figures> {
  const { child, place } = running;
  const before = await readUsage(child.pid);
  const fed = await sendCrowd({ place, work: { kind: 'feed', notes, updates } });
  const after = await readUsage(child.pid);
  const fedMb = await folderMb(folder);
  await pause(settleMs);
  await child.stop();
  const again = await running.restart();
  try {
    const settledMb = await folderMb(folder);
    const opened = await open(again.place, notes);
    const { rssMb } = await readUsage(again.child.pid);
    return {
      lastByte: opened.lastByteMs,
      applied: opened.appliedMs,
      bytes: opened.bytes / 1e6,
      fedDisk: fedMb,
      disk: settledMb,
      rss: rssMb,
      ingest: ((after.cpu - before.cpu) * 1e6) / updates,
      feed: fed.kind === 'fed' ? updates / fed.seconds : Number.NaN,
    };
  } finally {
    await again.child.stop();
  }
}

async function open(place: Place, notes: number) {
  const report = await sendCrowd({ place, work: { kind: 'open', notes } });
  if (report.kind !== 'opened') throw new Error('the board was not opened');
  return report.result;
}

/** Gives one job to a crowd of its own process. @throws Error with the crowd's reason. */
function sendCrowd(job: Job, onMark: () => void = () => undefined): Promise<Report> {
  const crowd = keep(fork(fileURLToPath(new URL('./crowd.js', import.meta.url)), { stdio: 'inherit' }));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      crowd.kill('SIGKILL');
      reject(new Error('it took too long'));
    }, JOB_MS);
    crowd.on('message', (report: Report) => {
      if (report.kind === 'begin' || report.kind === 'end') return onMark();
      if (report.kind === 'failed') return reject(new Error(report.reason));
      resolve(report);
    });
    crowd.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the crowd ended without a report'));
    });
    crowd.send(job);
  });
}
