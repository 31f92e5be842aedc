/** A real server for one test: own port, own folder, own clock; taken down when the test ends. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSignInLink } from '@ruimte/server/access/sign-in';
import { systemClock } from '@ruimte/server/clock';
import { type Config, readConfig } from '@ruimte/server/config';
import { createLogger } from '@ruimte/server/log';
import { createServer, type RunningServer } from '@ruimte/server/server';
import type { Store } from '@ruimte/server/store/store';
import { LIMITS, type Limits } from '@ruimte/shared/limits';
import { callApi } from '@ruimte/client/model/api';
import type { ApiName, ApiRequest, ApiResponse } from '@ruimte/shared/protocol/api';

export interface StartOptions {
  readonly clock?: { now(): number };
  readonly limits?: Partial<Limits>;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with what is to be done when the test ends, last first. */
  readonly defer: (clean: () => Promise<void> | void) => void;
  readonly port?: number;
  /** A store of the test's own, instead of the embedded one. */
  readonly store?: Store;
  /** Called with each line the server logs as an error. */
  readonly onError?: (line: string) => void;
}

/** Asks the server as somebody: typed by the API table. */
export type Ask = <Name extends ApiName>(name: Name, request: ApiRequest<Name>) => Promise<ApiResponse<Name>>;

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly clock: { now(): number };
  /** Asks as somebody with this session, or as nobody. */
  as(session?: string): Ask;
  /** Signs in as organiser; the session's secret. */
  organiser(): Promise<string>;
  /** A new sign-in link's path and fragment. */
  signInLink(): Promise<string>;
  stop(): Promise<void>;
  /** Starts again on the same folder and port. */
  start(): Promise<void>;
}

/** Starts a server that is stopped, and its folder removed, when the test ends. */
export async function startServer(options: StartOptions): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-test-'));
  options.defer(() => rm(folder, { recursive: true, force: true }));
  const clock = options.clock ?? systemClock;
  const { onError } = options;
  const log = onError === undefined ? createLogger('silent') : createLogger('error', { write: onError });
  let running: RunningServer;
  let port = options.port ?? 0;
  const start = async (): Promise<void> => {
    const read = readConfig({ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, ...options.env });
    const config: Config = { ...read, limits: { ...LIMITS, ...options.limits } };
    running = await createServer(config, {
      clock,
      log,
      ...(options.store === undefined ? {} : { store: options.store }),
    });
    port = running.port;
  };
  await start();
  options.defer(() => running.close());
  const url = `http://127.0.0.1:${port}`;
  const as =
    (session?: string): Ask =>
    (name, request) =>
      callApi(name, request, { base: url, session });
  const signInLink = async (): Promise<string> =>
    new URL(await createSignInLink(folder, url, clock)).hash.replace('#sign-in=', '');
  return {
    url,
    port,
    folder,
    clock,
    as,
    signInLink,
    organiser: async () => (await as()('signIn', { link: await signInLink() })).session,
    stop: () => running.close(),
    start,
  };
}
