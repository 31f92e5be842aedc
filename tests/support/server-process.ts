/** The built server as a process of its own, so that it can be killed as a power cut would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createSignInLink } from '@ruimte/server/access/sign-in';
import { systemClock } from '@ruimte/server/clock';
import { RuimteError } from '@ruimte/shared/errors';
import { callApi } from '@ruimte/client/model/api';
import type { Ask, TestServer } from './start-server.ts';
import { waitFor } from './wait-for.ts';

const MAIN = fileURLToPath(import.meta.resolve('@ruimte/server/bundle/main'));

export interface ServerProcess extends TestServer {
  /** The id of the running process. */
  pid(): number;
  /** With which code the last process ended; null when a signal ended it. */
  exitCode(): number | null;
  /** Ends the process at once, without a chance to tidy up. */
  kill(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** Starts the built server; it is killed, and its folder removed, when the test ends. */
export async function startServerProcess(options: {
  readonly defer: (clean: () => Promise<void> | void) => void;
  readonly env?: Readonly<Record<string, string>>;
  /** A data folder of the test's own; it is not removed. */
  readonly folder?: string;
  /** A program that starts the server: its arguments are followed by those of the server. */
  readonly launcher?: readonly string[];
  /** Called with each line of the log. */
  readonly onLog?: (line: string) => void;
}): Promise<ServerProcess> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'ruimte-test-')));
  if (options.folder === undefined) options.defer(() => rm(folder, { recursive: true, force: true }));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const [program = process.execPath, ...args] = [...(options.launcher ?? []), process.execPath, MAIN];
    child = spawn(program, args, {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: folder,
        LOG_LEVEL: 'error',
        ...options.env,
      },
      stdio: ['ignore', options.onLog === undefined ? 'ignore' : 'pipe', 'inherit'],
    });
    if (child.stdout !== null)
      createInterface({ input: child.stdout }).on('line', options.onLog ?? (() => undefined));
    await waitFor(
      'the server to answer',
      () => callApi('health', {}, { base: url }).catch(() => undefined),
      15_000,
    );
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    // Later than its end: when all it wrote has been read, too.
    const gone = once(child, 'close');
    child.kill(signal);
    await gone;
  };
  options.defer(() => end('SIGKILL'));
  await start();
  const as =
    (session?: string): Ask =>
    (name, request) =>
      callApi(name, request, { base: url, session });
  const signInLink = async (): Promise<string> =>
    new URL(await createSignInLink(folder, url, systemClock)).hash.replace('#sign-in=', '');
  return {
    url,
    port,
    folder,
    clock: systemClock,
    as,
    signInLink,
    // A server that has just started makes a link of its own, which ends the one a test made a moment before.
    organiser: () =>
      waitFor('signing in', async () => {
        const link = await signInLink();
        return as()('signIn', { link }).then(
          ({ session }) => session,
          (error: unknown) => {
            if (error instanceof RuimteError && error.code === 'usedSignInLink') return undefined;
            throw error;
          },
        );
      }),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    pid: () => child?.pid ?? 0,
    exitCode: () => child?.exitCode ?? null,
    start,
  };
}
