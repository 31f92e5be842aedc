/** How one server goes through one scenario once. */
import { withFolder } from './children.ts';
import type { Contender } from './contender.ts';
import type { Figures } from './figures.ts';
import { measureCold } from './measure-cold.ts';
import { measureRestart } from './measure-restart.ts';
import { measureTraffic } from './measure-traffic.ts';
import type { Scenario } from './scenarios.ts';

/** A board that two hundred people are working on has been worked on for a while. */
const RESTART_HISTORY = 20_000;

/** Takes one server through one scenario on a folder of its own. @throws Error saying why it could not be measured. */
export function runOnce(
  scenario: Scenario,
  contender: Contender,
  { seconds, updates }: { readonly seconds: number; readonly updates: number },
): Promise<Figures> {
  const { rooms, people, kind, notes } = scenario;
  return withFolder(async (folder) => {
    const running = await contender.start({ folder, rooms, people, raised: kind !== 'mix' });
    try {
      switch (kind) {
        case 'cold':
          return await measureCold(running, contender, { folder, notes, updates });
        case 'restart': {
          const history = { folder, notes, updates: Math.min(updates, RESTART_HISTORY) };
          return await measureRestart(running, contender, people, history);
        }
        default:
          return (await measureTraffic(running, kind, seconds)).figures;
      }
    } finally {
      await running.child.stop();
    }
  });
}
