/** A server that goes away under two hundred people and comes back: how long until they are back too. */
import { readUsage } from './children.ts';
import type { Contender, Running } from './contender.ts';
import type { ClockList } from './clocks.ts';
import type { Figures } from './figures.ts';
import type { Job, Returning } from './job.ts';
import { feedBoard, type History } from './measure-cold.ts';
import { sendCrowd } from './send-crowd.ts';

export interface Back {
  /** Seconds from the port being open until everybody has what the others noted down meanwhile. */
  readonly seconds: number;
  /** Seconds from starting until the port is open. */
  readonly start: number;
  /** Megabytes of the new process, at most and at the end. */
  readonly peakMb: number;
  readonly rssMb: number;
}

/** Has everybody come in, ends the server in some manner, starts it again on the same port. @param running - stopped. */
export async function measureReturn(
  running: Running,
  parts: {
    readonly people: number;
    readonly returning: Returning;
    readonly board: ClockList;
    readonly end: 'kill' | 'stop';
  },
): Promise<Back> {
  const { people, returning, board, end } = parts;
  const { child, place } = await running.restart({ people, returning });
  let next = child;
  try {
    const { back, begun } = sendReturning({ place, work: { kind: 'return', returning, board } });
    await begun;
    await child[end]();
    const startedAt = performance.now();
    next = (await running.restart({ people: 0, port: child.port })).child;
    const openAt = performance.now();
    const { at } = await back;
    const { rssMb, peakMb } = await readUsage(next.pid);
    return {
      seconds: (at - performance.timeOrigin - openAt) / 1000,
      start: (openAt - startedAt) / 1000,
      rssMb,
      peakMb,
    };
  } finally {
    await Promise.all([child.stop(), next.stop()]);
  }
}

type ReturnJob = Job & { readonly work: { readonly kind: 'return' } };

function sendReturning(job: ReturnJob) {
  let begin = (): void => undefined;
  const inside = new Promise<void>((resolve) => (begin = resolve));
  const back = sendCrowd(job, () => begin());
  // Also when nobody waits for it any more, because something else went wrong first.
  back.catch(() => undefined);
  return { back, begun: Promise.race([inside, back]) };
}

export async function measureRestart(
  running: Running,
  contender: Contender,
  people: number,
  history: History,
): Promise<Figures> {
  const fed = await feedBoard(running, contender, history);
  // Ours says what is on disk; others keep it some time later, and a killed one would not have it.
  if (contender.isTidy === undefined) await fed.settle();
  await running.child.stop();
  const parts = { people, board: fed.clocks, end: 'kill' } as const;
  const product = await measureReturn(running, { ...parts, returning: 'product' });
  const standard = await measureReturn(running, { ...parts, returning: 'standard' });
  return {
    start: product.start,
    product: product.seconds,
    standard: standard.seconds,
    rss: product.rssMb,
    peak: Math.max(product.peakMb, standard.peakMb),
  };
}
