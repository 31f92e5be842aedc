import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { startServerProcess } from '../support/server-process.ts';
import { smallDisk } from '../support/small-disk.ts';

const MAIN = fileURLToPath(import.meta.resolve('@ruimte/server/bundle/main'));
/** Nobody: rights do not hold for the superuser. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

/** Starts the server where it cannot: what it says, and its exit code. A server that does start is ended. */
async function failToStart(
  dataDir: string,
  { launcher = [], as }: { launcher?: readonly string[]; as?: { uid: number; gid: number } } = {},
): Promise<{ readonly said: string; readonly code: number | null }> {
  const [program = process.execPath, ...args] = [...launcher, process.execPath, MAIN];
  const child = spawn(program, args, {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  });
  defer(() => void child.kill('SIGKILL'));
  child.stdout.once('data', () => child.kill('SIGKILL'));
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { said, code: code as number | null };
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-start-'));
  defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  return folder;
}
const oneSentence = (said: string): void => {
  expect(said.trimEnd().split('\n')).toHaveLength(1);
  expect(said).not.toMatch(/\bat .+:\d+:\d+/);
};

test('[F19] a start on a full disk says in one sentence which folder it is and what to do', async () => {
  const disk = await smallDisk(defer);
  disk.fill();
  const launcher = disk.free === undefined ? ['bash', '-c', 'ulimit -f 4; exec "$0" "$@"'] : [];
  const { said, code } = await failToStart(disk.folder, { launcher });
  expect(said).toContain(`no room left on the disk of the data folder ${disk.folder}`);
  expect(said).toContain('make room');
  oneSentence(said);
  expect(code).toBe(1);
});

test('[F19] a start on a disk that filled up meanwhile says the same, and leaves the data as it is', async () => {
  const disk = await smallDisk(defer);
  if (disk.free === undefined) return;
  const server = await startServerProcess({ defer, ...disk, env: { LOG_LEVEL: 'silent' } });
  await server.organiser();
  await server.stop();
  disk.fill();
  const { said, code } = await failToStart(disk.folder);
  expect(said).toContain(`no room left on the disk of the data folder ${disk.folder}`);
  oneSentence(said);
  expect(code).toBe(1);
  await disk.free();
  await server.start();
});

test('[F19] a folder without the right to write says so', async () => {
  const folder = await emptyFolder();
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  await chmod(dataDir, 0o555);
  const { said, code } = await failToStart(dataDir, isRoot ? { as: NOBODY } : {});
  expect(said).toContain(`The data folder ${dataDir} cannot be written`);
  expect(said).toContain('DATA_DIR');
  oneSentence(said);
  expect(code).toBe(1);
});

test('[F19] a file in the place of the folder says so', async () => {
  const folder = await emptyFolder();
  const file = join(folder, 'file');
  await writeFile(file, '');
  for (const dataDir of [file, join(file, 'data')]) {
    const { said, code } = await failToStart(dataDir);
    expect(said).toContain(`The data folder ${dataDir} cannot be made`);
    oneSentence(said);
    expect(code).toBe(1);
  }
});
