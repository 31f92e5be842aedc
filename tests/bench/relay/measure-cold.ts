/** Opening a board with a long history on a server that has just been started. */
import { setTimeout as pause } from 'node:timers/promises';
import { folderMb, readUsage } from './children.ts';
import type { Contender, Running } from './contender.ts';
import type { Figures } from './figures.ts';
import { sendCrowd } from './send-crowd.ts';

const FEEDERS = 10;
/** Seldom: a server may not be able to tidy up while somebody reads its files. */
const LOOK_MS = 500;
const BUSY_MS = 5 * 60_000;
/** A server at rest has used at most so much processor time in each of so many seconds. */
const IDLE_SECONDS = 0.03;
const QUIET_SECONDS = 3;

export interface History {
  readonly folder: string;
  readonly notes: number;
  readonly updates: number;
}

/** Feeds a board on a running server and lets it tidy up. The server still runs afterwards. */
export async function feedBoard(running: Running, contender: Contender, { folder, notes, updates }: History) {
  const { child, place } = running;
  const before = await readUsage(child.pid);
  const feeders = { ...place, seats: place.seats.slice(0, FEEDERS) };
  const { result } = await sendCrowd({ place: feeders, work: { kind: 'feed', notes, updates } });
  const after = await readUsage(child.pid);
  return {
    clocks: result.clocks,
    fedMb: await folderMb(folder),
    rate: result.updates / result.seconds,
    cpuUs: ((after.cpu - before.cpu) * 1e6) / result.updates,
    /** Seconds it took to tidy up. */
    settle: () => settle(contender, folder, child.pid),
  };
}

async function settle({ settleMs, isTidy }: Contender, folder: string, pid: number): Promise<number> {
  const started = performance.now();
  const over = (): boolean => performance.now() - started >= settleMs || (isTidy?.(folder) ?? false);
  while (!over()) await pause(LOOK_MS);
  if (isTidy === undefined) await rest(pid);
  return (performance.now() - started) / 1000;
}

/** Waits until a server that cannot tell has nothing to do: some write behind, and lose what waits when they stop. */
async function rest(pid: number): Promise<void> {
  const until = performance.now() + BUSY_MS;
  let { cpu } = await readUsage(pid);
  for (let quiet = 0; quiet < QUIET_SECONDS;) {
    if (performance.now() > until) throw new Error('it was still busy five minutes after the last update');
    await pause(1_000);
    const now = (await readUsage(pid)).cpu;
    quiet = now - cpu <= IDLE_SECONDS ? quiet + 1 : 0;
    cpu = now;
  }
}

export async function measureCold(
  running: Running,
  contender: Contender,
  history: History,
): Promise<Figures> {
  const fed = await feedBoard(running, contender, history);
  const settled = await fed.settle();
  await running.child.stop();
  const disk = await folderMb(history.folder);
  const again = await running.restart({ people: 1 });
  try {
    const { result } = await sendCrowd({ place: again.place, work: { kind: 'open', board: fed.clocks } });
    const { rssMb, peakMb } = await readUsage(again.child.pid);
    return {
      lastByte: result.lastByteMs,
      applied: result.appliedMs,
      bytes: result.bytes / 1e6,
      fedDisk: fed.fedMb,
      settled,
      disk,
      rss: rssMb,
      peak: peakMb,
      ingest: fed.cpuUs,
      feed: fed.rate,
    };
  } finally {
    await again.child.stop();
  }
}
