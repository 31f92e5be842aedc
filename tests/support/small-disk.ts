/** A disk that can be filled. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSystemError } from '@ruimte/server/access/files';
import { defer } from './clean-up.ts';

export interface Disk {
  readonly folder: string;
  readonly launcher: readonly string[];
  fill(): void;
  /** Makes room again; undefined where the limit cannot be lifted. */
  readonly free: (() => Promise<void>) | undefined;
}

/** A small disk of its own where this user may mount one, else a limit on the size of the server's files. */
export async function smallDisk(): Promise<Disk> {
  const root = await mkdtemp(join(tmpdir(), 'ruimte-disk-'));
  defer(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, 'data');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', root]).status === 0;
  if (!mounted) {
    process.stdout.write(
      'disk-full: no right to mount a small disk here, a file size limit stands in for it\n',
    );
    const launcher = ['bash', '-c', 'ulimit -f 900; exec "$0" "$@"'];
    return { folder, launcher, fill: () => undefined, free: undefined };
  }
  defer(() => void spawnSync('umount', ['--lazy', root]));
  mkdirSync(folder);
  const ballast = join(root, 'ballast');
  const fill = (): void => {
    try {
      writeFileSync(ballast, new Uint8Array(8 * 1024 * 1024));
    } catch (error) {
      if (!isSystemError(error, 'ENOSPC')) throw error;
    }
  };
  return { folder, launcher: [], fill, free: () => rm(ballast) };
}
