/** Where the disks of simulated worlds lie: in memory where there is some, since thousands of them are made and removed. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a new empty folder; whoever asked for it removes it. */
export function makeMemoryFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'ruimte-simulation-'));
}
