/** Attacks on the document: how each ends, and that nobody else notices. `npm run attacks` measures what they cost. */
import { expect, test } from 'vitest';
import { describeEnding } from '../support/attacks/attack.ts';
import { say } from '../support/attacker.ts';
import { attackAs } from '../support/attacks/attacker-board.ts';
import { DOCUMENT_ATTACKS } from '../support/attacks/document.ts';
import { COSTLY_UPDATES } from '../support/attacks/hostile-updates.ts';
import { oneArena } from './one-arena.ts';

const arena = oneArena();
const titled = DOCUMENT_ATTACKS.filter(({ slow }) => slow !== true).map(
  (attack) => [attack.rule, attack.who, attack.name, attack] as const,
);

test.each(titled)('[%s] %s who %s', async (_rule, _who, _name, attack) => {
  const ended = describeEnding(await attack.act(arena()));
  expect(attack.ends.map(describeEnding)).toContain(ended);
  await expect(arena().survives()).resolves.toBeUndefined();
});

test('[R17] attacks that are repeated take no more memory than once', async () => {
  const heavy = COSTLY_UPDATES.filter(([name]) => /one client id|bomb|maps in each other$/.test(name));
  const round = async (): Promise<number> => {
    for (const [, make] of heavy) {
      const attacker = await attackAs(arena(), await arena().join());
      attacker.wire.send(say.update(make(attacker)));
      await attacker.wire.closed;
    }
    await arena().survives();
    return arena().memoryMb();
  };
  // The first rounds also warm the process up.
  const first = Math.max(await round(), await round(), await round());
  for (let i = 0; i < 3; i += 1) await round();
  await expect.poll(() => arena().memoryMb(), { timeout: 5_000 }).toBeLessThan(first + 64);
});
