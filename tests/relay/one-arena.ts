/** One arena for all attacks of a test file: an attack that spoils the server for the next one has succeeded. */
import { afterAll, beforeAll } from 'vitest';
import { type Arena, openArena } from '../support/attacks/arena.ts';

/** Opens the arena before the first test and takes it down after the last. @returns a function that gives it. */
export function oneArena(): () => Arena {
  const cleaning: (() => Promise<void> | void)[] = [];
  let arena: Arena | undefined;
  beforeAll(async () => {
    arena = await openArena({ defer: (clean) => void cleaning.push(clean) });
  });
  afterAll(async () => {
    for (const clean of cleaning.toReversed()) await clean();
  });
  return () => {
    if (arena === undefined) throw new Error('the arena opens before the first test');
    return arena;
  };
}
