/** Honest people never meet the gate: the test that guards every rule of it. */
import { expect, test } from 'vitest';
import { holdMeetup } from '../support/gate-meetup.ts';
import { boardOf } from '../support/gate-room.ts';

/** How many updates the people send; a night takes 100,000. */
const UPDATES = Number(process.env['GATE_UPDATES'] ?? 6_000);
const UPDATES_PER_RUN = 1_000;
/** Updates of one long meet-up. */
const LONG = Number(process.env['GATE_LONG'] ?? 1_500);
const FIRST_SEED = Number(process.env['GATE_SEED'] ?? 1);

test(
  `in ${UPDATES} updates nobody honest is refused, nothing stays pending and all boards are equal`,
  { timeout: 60_000 + UPDATES * 10 },
  () => {
    for (let seed = FIRST_SEED; (seed - FIRST_SEED) * UPDATES_PER_RUN < UPDATES; seed += 1) {
      // Every third meet-up shows communities alone.
      const { room, devices } = holdMeetup(seed, UPDATES_PER_RUN, undefined, {}, seed % 3 === 0);
      const surprises = room.surprises.map(({ what }) => what);
      expect(surprises.slice(0, 5), `seed ${seed}`).toEqual([]);
      const board = boardOf(room.doc);
      for (const device of devices) expect(boardOf(device.doc), `seed ${seed}`).toEqual(board);
      expect(boardOf(room.replay()), `the log alone, seed ${seed}`).toEqual(board);
    }
  },
);

test(
  `[R34] in one meet-up of ${LONG} updates, all in the same moment, nobody honest costs a tenth of what one may`,
  { timeout: 60_000 + LONG * 10 },
  () => {
    // So many in one meet-up are many hundreds of reloads.
    const { room } = holdMeetup(FIRST_SEED, LONG, undefined, { clientIdsPerParticipant: 4_000 });
    expect(room.surprises).toEqual([]);
    expect(room.counts.steps.highest).toBeGreaterThan(0);
    expect(room.counts.steps.highest).toBeLessThan(10_000);
  },
);
