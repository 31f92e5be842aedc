/** Attacks on the presence: how each ends, and that nobody else notices. `npm run attacks` measures what they cost. */
import { expect, test } from 'vitest';
import { describeEnding } from '../support/attacks/attack.ts';
import { PRESENCE_ATTACKS } from '../support/attacks/presence.ts';
import { oneArena } from './one-arena.ts';

const arena = oneArena();
const titled = PRESENCE_ATTACKS.filter(({ slow }) => slow !== true).map(
  (attack) => [attack.rule, attack.who, attack.name, attack] as const,
);

test.each(titled)('[%s] %s who %s', async (_rule, _who, _name, attack) => {
  const ended = describeEnding(await attack.act(arena()));
  expect(attack.ends.map(describeEnding)).toContain(ended);
  await expect(arena().survives()).resolves.toBeUndefined();
});
