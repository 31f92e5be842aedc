/** A disk of a few megabytes of its own, that can be filled and emptied. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSystemError } from '@ruimte/server/access/files';

export interface SmallDisk {
  /** A folder on it for the data. */
  readonly folder: string;
  /** Takes all the room there is left. */
  fill(): void;
  /** Makes room again. */
  free(): Promise<void>;
}

/** Mounts one; undefined where this user may not. It is gone when the test ends. */
export async function mountSmallDisk(
  defer: (clean: () => Promise<void> | void) => void,
): Promise<SmallDisk | undefined> {
  const root = await mkdtemp(join(tmpdir(), 'ruimte-disk-'));
  defer(() => rm(root, { recursive: true, force: true }));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', root]).status !== 0) return undefined;
  defer(() => void spawnSync('umount', ['--lazy', root]));
  const folder = join(root, 'data');
  mkdirSync(folder);
  const ballast = join(root, 'ballast');
  return {
    folder,
    fill: () => {
      try {
        writeFileSync(ballast, new Uint8Array(8 * 1024 * 1024));
      } catch (error) {
        if (!isSystemError(error, 'ENOSPC')) throw error;
      }
    },
    free: () => rm(ballast),
  };
}
