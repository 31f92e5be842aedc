/** The crowd as a process of its own: takes one job, does it, reports, ends. */
import { feed } from './feed.ts';
import type { Job, Report } from './job.ts';
import { openBoard } from './open-board.ts';
import { comeBack } from './returning.ts';
import { runMix, runSaturation } from './traffic.ts';

const tell = (report: Report): void => void process.send?.(report);

async function work({ place, work: wanted }: Job): Promise<Report> {
  switch (wanted.kind) {
    case 'mix':
      return { kind: 'traffic', result: await runMix(place, wanted.seconds, tell) };
    case 'saturation':
      return { kind: 'traffic', result: await runSaturation(place, wanted.seconds, tell) };
    case 'feed':
      return { kind: 'fed', result: await feed(place, wanted.notes, wanted.updates) };
    case 'open':
      return { kind: 'opened', result: await openBoard(place, wanted.board) };
    case 'return':
      return { kind: 'back', at: await comeBack(place, wanted.returning, wanted.board, tell) };
  }
}

process.once('message', (job: Job) => {
  work(job)
    .catch((error: unknown): Report => ({
      kind: 'failed',
      reason: error instanceof Error ? error.message : String(error),
    }))
    .then((report) => process.send?.(report, () => process.exit(0)))
    .catch(() => process.exit(1));
});
process.once('disconnect', () => process.exit(1));
