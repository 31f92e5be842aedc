/** Memory of the server, with nobody there and with two hundred people at work. */
import { readUsage, withFolder } from '../relay/children.ts';
import { measureTraffic } from '../relay/measure-traffic.ts';
import { OWN } from '../relay/own-contender.ts';
import type { Figure, Part } from './part.ts';

const PEOPLE = 200;

const inMb = (what: string, value: number | undefined, promise = ''): Figure => ({
  what,
  promise,
  unit: 'MB',
  digits: 0,
  value: value ?? Number.NaN,
});

async function measureAtRest(): Promise<number> {
  return withFolder(async (folder) => {
    const { child } = await OWN.start({ folder, rooms: 1, people: 0, raised: false });
    try {
      return (await readUsage(child.pid)).rssMb;
    } finally {
      await child.stop();
    }
  });
}

export const MEMORY: Part = {
  id: 'memory',
  title: 'memory',
  run: async ({ seconds }) => {
    const rest = await measureAtRest();
    const figures = await withFolder(async (folder) => {
      const running = await OWN.start({ folder, rooms: 1, people: PEOPLE, raised: false });
      try {
        return (await measureTraffic(running, 'mix', seconds)).figures;
      } finally {
        await running.child.stop();
      }
    });
    return [
      inMb('memory with one open meet-up and nobody there', rest),
      inMb(`memory with ${PEOPLE} people at work`, figures['rss'], 'at most 100 MB'),
      inMb(`the most it had by then`, figures['peak']),
    ];
  },
};
