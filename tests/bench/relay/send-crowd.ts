/** Gives jobs to a crowd, which works in a process of its own so that the server has a core to itself. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { keep } from './children.ts';
import type { Job, Report } from './job.ts';

/** Longest a job may take: opening sockets, feeding, and its own seconds. */
const JOB_MS = 10 * 60_000;

/** The report that ends a job of each kind. */
interface Ends {
  readonly mix: 'traffic';
  readonly saturation: 'traffic';
  readonly feed: 'fed';
  readonly open: 'opened';
  readonly return: 'back';
}
type EndOf<Kind extends keyof Ends> = Extract<Report, { readonly kind: Ends[Kind] }>;

/**
 * Has a crowd do one job.
 * @param onMark - called when the measured time begins and ends.
 * @throws Error with the crowd's reason.
 */
export function sendCrowd<Kind extends keyof Ends>(
  job: Job & { readonly work: { readonly kind: Kind } },
  onMark: (kind: 'begin' | 'end') => void = () => undefined,
): Promise<EndOf<Kind>> {
  const crowd = keep(fork(fileURLToPath(new URL('./crowd.js', import.meta.url)), { stdio: 'inherit' }));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      crowd.kill('SIGKILL');
      reject(new Error('it took too long'));
    }, JOB_MS);
    crowd.on('message', (report: Report) => {
      if (report.kind === 'begin' || report.kind === 'end') return onMark(report.kind);
      if (report.kind === 'failed') return reject(new Error(report.reason));
      resolve(report as EndOf<Kind>);
    });
    crowd.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the crowd ended without a report'));
    });
    crowd.send(job);
  });
}
