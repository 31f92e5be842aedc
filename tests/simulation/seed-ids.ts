/** Ids and secrets of the product are drawn from the randomness of the process: in a world they come from its seed. */
import { vi } from 'vitest';
import type { Random } from '../support/random.ts';

/** Takes the randomness over. @returns how to give it back. */
export function seedIds(random: Random): () => void {
  const spy = vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((into) => {
    const bytes = into as Uint8Array;
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = random.below(256);
    return into;
  });
  return () => spy.mockRestore();
}
