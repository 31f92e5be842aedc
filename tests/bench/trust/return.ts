/** A server that is stopped or killed under two hundred people: how long until they are back. */
import { withFolder } from '../relay/children.ts';
import { feedBoard } from '../relay/measure-cold.ts';
import { measureReturn } from '../relay/measure-restart.ts';
import { OWN } from '../relay/own-contender.ts';
import type { Figure, Part } from './part.ts';

const PEOPLE = 200;
const HISTORY = { notes: 2_000, updates: 20_000 };

export const RETURN: Part = {
  id: 'restart',
  title: 'restart',
  run: () =>
    withFolder(async (folder) => {
      const running = await OWN.start({ folder, rooms: 1, people: PEOPLE, raised: true });
      try {
        const { clocks } = await feedBoard(running, OWN, { folder, ...HISTORY });
        await running.child.stop();
        const figures: Figure[] = [];
        for (const [end, how] of [
          ['stop', 'SIGTERM'],
          ['kill', 'kill -9'],
        ] as const) {
          const back = await measureReturn(running, {
            people: PEOPLE,
            returning: 'product',
            board: clocks,
            end,
          });
          figures.push(
            {
              what: `${how}: from the port being open until ${PEOPLE} people are back on ${HISTORY.notes} notes`,
              promise: 'at most 5 s',
              unit: 's',
              digits: 2,
              value: back.seconds,
            },
            {
              what: `${how}: the most memory it had by then`,
              promise: '',
              unit: 'MB',
              digits: 0,
              value: back.peakMb,
            },
          );
        }
        return figures;
      } finally {
        await running.child.stop();
      }
    }),
};
