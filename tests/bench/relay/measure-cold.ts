/** Opening a board with a long history on a server that has just been started. */
import { waitFor } from '../../support/wait-for.ts';
import { folderMb, readUsage } from './children.ts';
import type { Contender, Running } from './contender.ts';
import type { Figures } from './figures.ts';
import { sendCrowd } from './send-crowd.ts';

const FEEDERS = 10;

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
    settle: () => settle(contender, folder),
  };
}

async function settle({ settleMs, isTidy }: Contender, folder: string): Promise<number> {
  const started = performance.now();
  const waited = (): boolean => performance.now() - started >= settleMs;
  const done = (): boolean => waited() || (isTidy?.(folder) ?? false);
  await waitFor('the server to tidy up', done, settleMs + 1_000);
  return (performance.now() - started) / 1000;
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
