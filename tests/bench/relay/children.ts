/** The processes of the benchmark: started, measured, ended, and never left behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../../support/wait-for.ts';

const TICKS_PER_SECOND = 100;
const STOP_MS = 30_000;
const alive = new Set<ChildProcess>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

export interface ServerChild {
  readonly pid: number;
  readonly port: number;
  /** Asks it to end, and makes it after half a minute. */
  stop(): Promise<void>;
  /** Ends it at once, without a chance to tidy up. */
  kill(): Promise<void>;
}

export interface Usage {
  /** Processor seconds so far, of all threads. */
  readonly cpu: number;
  readonly rssMb: number;
  /** The most it ever had. */
  readonly peakMb: number;
}

/** Does something with an empty folder that is gone afterwards, also when the benchmark is broken off. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-bench-'));
  folders.add(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    folders.delete(folder);
  }
}

/** Remembers a child, so that it ends with us. */
export function keep(child: ChildProcess): ChildProcess {
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** Starts a server on a free port, or the one named, and waits until it answers. Its words go to `server.log` in the folder. */
export async function startChild(
  command: readonly [string, ...string[]],
  options: {
    readonly folder: string;
    readonly cwd?: string | undefined;
    readonly port?: number | undefined;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<ServerChild> {
  const { folder, port = await freePort() } = options;
  const log = openSync(join(folder, 'server.log'), 'a');
  const [program, ...args] = command;
  const child = keep(
    spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', ...options.env },
      stdio: ['ignore', log, log],
    }),
  );
  closeSync(log);
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    if (ended()) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(timer);
  };
  const kill = async (): Promise<void> => {
    if (ended()) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  try {
    await waitFor('the server to answer', () => ended() || answers(port), 20_000);
    if (ended() || child.pid === undefined) throw new Error(await lastWords(join(folder, 'server.log')));
    return { pid: child.pid, port, stop, kill };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8')).trim().split('\n');
  return `the server did not start: ${lines.find((line) => line.includes('Error')) ?? lines.at(-1) ?? ''}`;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** What a process has used, or one thread of it (`task/<id>/`); zeros where the system does not tell. */
export async function readUsage(pid: number, thread = ''): Promise<Usage> {
  try {
    const fields = (await readFile(`/proc/${pid}/${thread}stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const mb = (name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return {
      cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      rssMb: mb('VmRSS'),
      peakMb: mb('VmHWM'),
    };
  } catch {
    return { cpu: 0, rssMb: 0, peakMb: 0 };
  }
}

/** What the main thread of a process has used and what each of the others has, by thread id, processor seconds so far. */
export interface ThreadTimes {
  readonly main: number;
  readonly others: ReadonlyMap<string, number>;
}

export async function readThreads(pid: number): Promise<ThreadTimes> {
  const ids = await readdir(`/proc/${pid}/task`).catch(() => []);
  const times = await Promise.all(
    ids.map(async (id) => [id, (await readUsage(pid, `task/${id}/`)).cpu] as const),
  );
  const others = new Map(times);
  const main = others.get(String(pid)) ?? 0;
  others.delete(String(pid));
  return { main, others };
}

/** Megabytes of all files below a folder. */
export async function folderMb(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return found?.isFile() && !name.endsWith('server.log') ? found.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}
