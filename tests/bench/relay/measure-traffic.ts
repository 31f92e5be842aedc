/** Traffic on a server: what it delivers, how late, and what it uses for that. */
import { readThreads, readUsage } from './children.ts';
import type { Running } from './contender.ts';
import type { Figures } from './figures.ts';
import type { Span } from './profile.ts';
import { sendCrowd } from './send-crowd.ts';

export interface Traffic {
  readonly figures: Figures;
  /** The measured time. */
  readonly span: Span;
  /** Processor seconds in it of the main thread, the busiest other one, which is the store's, and the rest. */
  readonly threads: { readonly main: number; readonly store: number; readonly rest: number };
}

export async function measureTraffic(
  { child, place }: Running,
  kind: 'mix' | 'saturation',
  seconds: number,
): Promise<Traffic> {
  const mark = async () => {
    const at = Number(process.hrtime.bigint()) / 1e6;
    return { at, threads: await readThreads(child.pid), cpu: (await readUsage(child.pid)).cpu };
  };
  const marking: ReturnType<typeof mark>[] = [];
  const { result } = await sendCrowd({ place, work: { kind, seconds } }, () => marking.push(mark()));
  const [begin, end] = await Promise.all(marking);
  if (begin === undefined || end === undefined) throw new Error('no figures came');
  const cpu = end.cpu - begin.cpu;
  const { rssMb, peakMb } = await readUsage(child.pid);
  const figures = {
    delivered: result.deliveredPerSecond,
    undelivered: result.undelivered * 100,
    p50: result.p50,
    p95: result.p95,
    p99: result.p99,
    durable50: result.durable.p50,
    durable95: result.durable.p95,
    durable99: result.durable.p99,
    neverDurable: result.durable.never * 100,
    core: (cpu / (end.at - begin.at)) * 100_000,
    us: (cpu * 1e6) / result.deliveries,
    rss: rssMb,
    peak: peakMb,
    merged: result.perMessage,
    crowd: result.crowdCore * 100,
  };
  const others = [...end.threads.others].map(([id, used]) => used - (begin.threads.others.get(id) ?? 0));
  const store = Math.max(0, ...others);
  const threads = {
    main: end.threads.main - begin.threads.main,
    store,
    rest: others.reduce((sum, used) => sum + used, 0) - store,
  };
  return { figures, span: { from: begin.at, to: end.at }, threads };
}
