/** Damaged messages into the entry of the relay. A million of them is a command: `npm run soak:fuzz`. */
import { expect, test } from 'vitest';
import { fuzz } from '../support/fuzz/fuzz.ts';
import { GateTarget } from '../support/fuzz/gate-target.ts';
import { RoomTarget } from '../support/fuzz/room-target.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 11);

test(`[R33] of 36,000 messages none makes the gate throw, leaves anything pending or parts document and log (seed ${SEED})`, async () => {
  const { endings } = await fuzz({ seed: SEED, messages: 36_000, open: () => new GateTarget() });
  for (const ending of ['accept', 'malformed', 'shape', 'forbidden', 'incomplete', 'nothing', 'presence'])
    expect(endings.get(ending), ending).toBeGreaterThan(100);
});

test(`[R33] of 6,000 messages none ends a room, or makes it other than what it keeps (seed ${SEED})`, async () => {
  const { endings } = await fuzz({ seed: SEED, messages: 6_000, open: () => RoomTarget.open() });
  for (const ending of ['taken', 'malformed', 'shape'])
    expect(endings.get(ending), ending).toBeGreaterThan(100);
});
