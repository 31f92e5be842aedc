/** A world from its beginning to its end: what it takes of the process it gives back. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cast } from './cast.ts';
import { seedIds } from './seed-ids.ts';
import { Time } from './time.ts';
import { World } from './world.ts';

/** What a world is made from. */
export interface WorldParts {
  readonly seed: number;
  readonly cast: Cast;
  /** A folder for the disks of this process; what the world makes in it is removed. */
  readonly root: string;
  /** Whether the trace keeps what happens, a line each, beside its hash. */
  readonly keepLines: boolean;
}

/** Lives in a new world, in which no server has been started yet. Effects: takes the clocks and the ids of the process meanwhile. */
export async function inWorld<T>(
  { seed, cast, root, keepLines }: WorldParts,
  live: (world: World) => Promise<T>,
): Promise<T> {
  const time = new Time();
  const world = new World(seed, cast, time, root, keepLines);
  const restoreIds = seedIds(world.random);
  try {
    return await live(world);
  } finally {
    restoreIds();
    time.stop();
    await world.disk.letGo();
    rmSync(join(root, String(seed)), { recursive: true, force: true });
  }
}
