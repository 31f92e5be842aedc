/** The server as a function of its configuration: wires store, relay, meet-ups and pages, and takes them down again. */
import type { Config } from './config.ts';
import { listAddresses, type ServerAddress } from './access/addresses.ts';
import { createGuessLimit } from './access/guess-limit.ts';
import { allowsOrigin, createHostList } from './access/origin.ts';
import { createMasterKey, openMasterKey } from './access/secrets.ts';
import { createPassphraseCheck, redeemSignInLink } from './access/sign-in.ts';
import { Tickets } from './access/tickets.ts';
import { type Clock, systemClock } from './clock.ts';
import { createEdge } from './http/edge.ts';
import { addHandlers } from './http/add-handlers.ts';
import type { Services } from './http/handlers.ts';
import { listen } from './http/listen.ts';
import { readPages } from './http/pages.ts';
import type { Logger } from './log.ts';
import { Meetups } from './meetup/meetups.ts';
import { Sessions } from './meetup/sessions.ts';
import { Views } from './meetup/views.ts';
import { CommitLoop } from './relay/commit-loop.ts';
import { judgeUpdate } from './relay/gate/judge-update.ts';
import { createRebuildThreads } from './relay/rebuild-threads.ts';
import { Rooms } from './relay/rooms.ts';
import { SocketServer } from './relay/socket-server.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { takeDown } from './take-down.ts';

export interface ServerOptions {
  readonly log: Logger;
  /** Tests drive time themselves. */
  readonly clock?: Clock;
  /** Tests bring a store of their own; it is closed with the server. */
  readonly store?: Store;
  /** True keeps everything in memory alone: for tests that need no disk. */
  readonly inMemory?: boolean;
}

export interface RunningServer {
  readonly port: number;
  /** Addresses of this server, the best for other devices first. */
  readonly addresses: () => readonly ServerAddress[];
  /** Says goodbye to every socket, saves what is underway, lets go of the files. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Starts a server.
 * @throws ConfigError or StoreError with one sentence when it cannot start.
 */
export async function createServer(config: Config, options: ServerOptions): Promise<RunningServer> {
  const store =
    options.store ??
    (await openStore(options.inMemory ? { kind: 'memory' } : { kind: 'embedded', folder: config.dataDir }));
  try {
    return await serve(config, options, store);
  } catch (error) {
    // A start that fails must not leave the store's thread behind: it would keep the process alive.
    await store.close();
    throw error;
  }
}

async function serve(config: Config, options: ServerOptions, store: Store): Promise<RunningServer> {
  const { log, clock = systemClock, inMemory = false } = options;
  const key = inMemory ? createMasterKey() : await openMasterKey(config.dataDir);
  const loop = new CommitLoop(store, log);
  const rebuilder = createRebuildThreads();
  const rooms = new Rooms({ store, loop, gate: judgeUpdate, rebuilder, limits: config.limits, clock, log });
  const meetups = new Meetups({ store, rooms, loop, clock, key });
  await meetups.load();
  const sessions = new Sessions({ store, loop, clock, meetups });
  const tickets = new Tickets(key, clock);
  const hosts = createHostList({
    publicUrl: config.publicUrl,
    allowedHosts: config.allowedHosts,
    host: config.host,
  });
  let port = config.port;
  const addresses = (): readonly ServerAddress[] =>
    listAddresses({ port, host: config.host, publicUrl: config.publicUrl });

  const services: Services = {
    store,
    loop,
    rooms,
    meetups,
    sessions,
    tickets,
    views: new Views(meetups, () => addresses().map(({ url }) => url)),
    guesses: createGuessLimit(clock),
    clock,
    sockets: () => sockets,
    checkPassphrase: createPassphraseCheck(config.passphrase),
    redeemSignInLink: (secret) => redeemSignInLink(config.dataDir, secret, clock),
  };
  const pages = await readPages(config.clientDir);
  if (pages.missing) log.warn('the pages have not been built: only the interface is served');
  const edge = createEdge({
    config,
    hosts,
    pages,
    log,
    clock,
    findSession: (bearer) => sessions.find(bearer),
  });
  addHandlers(edge, services);
  const listening = await listen(edge.app, { host: config.host, port: config.port }, log);
  port = listening.port;
  const sockets = new SocketServer({
    http: listening.server,
    rooms,
    meetups,
    sessions,
    tickets,
    log,
    limits: config.limits,
    allows: ({ headers }) =>
      hosts.allows(headers.host) && allowsOrigin(headers.origin, headers.host, config.publicUrl),
  });

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> =>
    takeDown({ sockets, loop, requests: listening, rooms, rebuilder, store });
  return { port, addresses, close: () => (closing ??= close()) };
}
