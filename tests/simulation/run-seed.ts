/** One seed, from the first edit to the last look. */
import type { Cast } from './cast.ts';
import { createCharacter, live } from './character.ts';
import { erase } from './erasing.ts';
import { inWorld } from './in-world.ts';
import { comeToRest, lookAtAll } from './rest.ts';
import type { Counts, World } from './world.ts';

/** How one seed went. */
export interface Outcome {
  readonly seed: number;
  /** Hash of everything that happened, in order. */
  readonly hash: string;
  readonly counts: Counts;
  /** The sentence that did not hold; undefined when all did. */
  readonly violation: string | undefined;
  /** What happened, a line each; empty unless they were asked for. */
  readonly lines: readonly string[];
}

/**
 * Runs one seed.
 * @param root - a folder for the disks of this process; what this seed makes in it is removed.
 */
export function runSeed(seed: number, cast: Cast, root: string, keepLines = false): Promise<Outcome> {
  return inWorld({ seed, cast, root, keepLines }, async (world) => {
    const violation = await liveWhole(world);
    return { seed, hash: world.trace.digest(), counts: world.counts, violation, lines: world.trace.lines };
  });
}

/** @returns the sentence that did not hold; undefined when all did. */
async function liveWhole(world: World): Promise<string | undefined> {
  try {
    await world.startServer();
    const character = createCharacter(world);
    await live(world, character);
    await comeToRest(world);
    await lookAtAll(world);
    if (character.erases) await erase(world);
    await world.step();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
