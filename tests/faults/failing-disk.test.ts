import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openStore } from '@ruimte/server/store/open-store';
import { startChild } from '../contracts/child.ts';
import { dataFolder } from '../contracts/data-folder.ts';
import { texts } from '../contracts/records.ts';

const BATCHES = 30;

const HAS_STRACE = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
if (!HAS_STRACE) process.stdout.write('failing-disk: skipped, strace is not there to make fsync fail\n');

test.runIf(HAS_STRACE).each(['25..27', '30', '24+6'])(
  '[F5] no acknowledgement follows a failed fsync before the database was opened anew (fsync number %s)',
  async (when) => {
    const folder = await dataFolder();
    const trace = `${folder}.trace`;
    const child = startChild('doubt', folder, {
      launcher: [
        'strace',
        '-f',
        '-qq',
        '-o',
        trace,
        '-e',
        'trace=fsync,fdatasync,openat,write',
        '-e',
        `inject=fsync,fdatasync:error=EIO:when=${when}`,
      ],
    });
    await child.ended();
    const kept = child.lines.filter((line) => line.startsWith('kept')).map((line) => Number(line.slice(5)));
    expect(child.lines).toContain('failed');
    expect(kept).toEqual(Array.from({ length: BATCHES }, (_, index) => index));

    // In the order in which the kernel saw it: after every failed fsync the file is opened before "kept" is printed.
    let doubt = false;
    let folderFd: string | undefined;
    const early: string[] = [];
    for (const line of (await readFile(trace, 'utf8')).split('\n')) {
      folderFd = /openat\(.*\/data", O_RDONLY.* = (\d+)/.exec(line)?.[1] ?? folderFd;
      // SQLite passes over a folder that cannot be synced, as it does where folders cannot be: nothing is kept in it.
      const ofFolder = line.includes(`sync(${folderFd})`);
      if (line.includes('INJECTED') && !ofFolder) doubt = true;
      // A descriptor of the database itself may come from those that SQLite could not close yet; its log is new.
      else if (/openat\(.*ruimte\.db(-wal)?"/.test(line)) doubt = false;
      else if (doubt && /write\(1, "kept/.test(line)) early.push(line);
    }
    expect(early).toEqual([]);
    const store = await openStore({ kind: 'embedded', folder });
    const found = new Set(texts((await store.loadDocument('bord@1'))?.updates));
    await store.close();
    expect(found.size).toBe(BATCHES);
  },
  60_000,
);
