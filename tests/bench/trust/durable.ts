/** How long until somebody is told that what they sent is on disk, and what the server needs for it. */
import { withFolder } from '../relay/children.ts';
import { measureTraffic } from '../relay/measure-traffic.ts';
import { OWN } from '../relay/own-contender.ts';
import type { Figure, Part } from './part.ts';

const PROMISED = { p50: 15, p95: 50, p99: 100 };

function measureMix(people: number, seconds: number) {
  return withFolder(async (folder) => {
    const running = await OWN.start({ folder, rooms: 1, people, raised: false });
    try {
      return (await measureTraffic(running, 'mix', seconds)).figures;
    } finally {
      await running.child.stop();
    }
  });
}

export const DURABLE: Part = {
  id: 'durable',
  title: 'time from sending to "opgeslagen"',
  run: async ({ seconds }) => {
    const figures: Figure[] = [];
    for (const [people, who] of [
      [1, 'one person alone'],
      [100, '100 people'],
    ] as const) {
      const measured = await measureMix(people, seconds);
      const times = { p50: measured['durable50'], p95: measured['durable95'], p99: measured['durable99'] };
      for (const name of ['p50', 'p95', 'p99'] as const) {
        figures.push({
          what: `from sending to "opgeslagen", ${who}, ${name}`,
          promise: `at most ${PROMISED[name]} ms`,
          unit: 'ms',
          digits: 1,
          value: times[name] ?? Number.NaN,
        });
      }
      figures.push({
        what: `never called "opgeslagen", ${who}`,
        promise: 'nothing',
        unit: '%',
        digits: 2,
        value: measured['neverDurable'] ?? Number.NaN,
      });
    }
    return figures;
  },
};
