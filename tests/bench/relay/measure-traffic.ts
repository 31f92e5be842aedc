/** Traffic on a server: what it delivers, how late, and what it uses for that. */
import { readUsage } from './children.ts';
import type { Running } from './contender.ts';
import type { Figures } from './figures.ts';
import { sendCrowd } from './send-crowd.ts';

/** When the measured time began and ended, in milliseconds of this process's clock. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export async function measureTraffic(
  { child, place }: Running,
  kind: 'mix' | 'saturation',
  seconds: number,
): Promise<{ readonly figures: Figures; readonly span: Span }> {
  const mark = async () => {
    const at = performance.now();
    return { at, cpu: (await readUsage(child.pid)).cpu };
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
    core: (cpu / (end.at - begin.at)) * 100_000,
    us: (cpu * 1e6) / result.deliveries,
    rss: rssMb,
    peak: peakMb,
    merged: result.perMessage,
    crowd: result.crowdCore * 100,
  };
  return { figures, span: { from: begin.at, to: end.at } };
}
