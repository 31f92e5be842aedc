/** Our own server, with everything on. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA_FILES, openDatabase } from '@ruimte/server/store/database-file';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { type ServerChild, startChild } from './children.ts';
import type { Contender, Running } from './contender.ts';
import type { Place, Seat } from './job.ts';
import { letPeopleIn, takeReturningSeats, takeSeats } from './own-seats.ts';

/** The program that is our server under measurement. */
export const OWN_SERVER = fileURLToPath(new URL('./serve-own.js', import.meta.url));
const PROFILE_US = 500;

/** Whether every board has been rewritten without its history; stage and desk, which stay small, have a `/`. */
function isTidy(folder: string): boolean {
  const database = openDatabase(join(folder, DATA_FILES.database));
  try {
    // The server may be writing just now.
    database.exec('pragma busy_timeout = 1000');
    const written = database.prepare(
      "select count(*) as amount from updates where compacted = 0 and document not like '%/%'",
    );
    return (written.get() as { readonly amount: number }).amount === 0;
  } finally {
    database.close();
  }
}

export const OWN: Contender = {
  id: 'ruimte',
  title: 'Ruimte',
  keeps: true,
  // A board nobody has open leaves memory after a minute, and is rewritten then.
  settleMs: 75_000,
  isTidy,
  async start({ folder, rooms, people, raised, profiles }) {
    const profiling =
      profiles === undefined
        ? []
        : ['--cpu-prof', `--cpu-prof-dir=${profiles}`, `--cpu-prof-interval=${PROFILE_US}`];
    const begin = (lifted: boolean, port?: number): Promise<ServerChild> =>
      startChild([process.execPath, ...profiling, OWN_SERVER], {
        folder,
        port,
        env: {
          DATA_DIR: folder,
          RAISED: lifted ? '1' : '0',
          PROFILED: profiles === undefined ? '0' : '1',
        },
      });
    const baseOf = ({ port }: ServerChild): string => `http://127.0.0.1:${port}`;
    const toPlace = ({ port }: ServerChild, seats: readonly Seat[]): Place => ({
      port,
      dialect: 'plain',
      syncs: true,
      seats,
    });
    const child = await begin(raised);
    const sessions: readonly NewSession[] = await letPeopleIn(baseOf(child), folder, rooms, people);
    const restart: Running['restart'] = async (again) => {
      const next = await begin(false, again.port);
      const some = sessions.slice(0, again.people);
      const seats =
        again.returning === 'product'
          ? await takeReturningSeats(baseOf(next), some)
          : await takeSeats(baseOf(next), some);
      return { child: next, place: toPlace(next, seats) };
    };
    return { child, place: toPlace(child, await takeSeats(baseOf(child), sessions)), restart };
  },
};
