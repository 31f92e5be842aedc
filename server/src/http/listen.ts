/** The HTTP server below the app: a plain node server, so that sockets can be attached to its `upgrade`. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { isSystemError } from '../access/files.ts';
import { ConfigError } from '../config.ts';
import { type Logger, summariseError } from '../log.ts';

export interface Listening {
  readonly server: Server;
  /** The port in use; the one asked for, or a free one when that was 0. */
  readonly port: number;
  /** Takes no more requests, lets running ones finish for a second, then ends what is left. Sockets are not its own. */
  close(): Promise<void>;
}

/** Slow senders hold a connection no longer than this, milliseconds. */
const HEADERS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** Node looks for slow senders this often; its own 30 s would make the limits above mean nothing. */
const CHECK_INTERVAL_MS = 1_000;
const CLOSE_GRACE_MS = 1_000;
/** Connections that have asked nothing yet; of more than this the one that has waited longest is cut. */
const MAX_SILENT = 200;

/**
 * Starts listening.
 * @throws ConfigError naming the setting, when the port is taken or the address is not ours.
 */
export async function listen(
  app: Hono,
  at: { readonly host: string | undefined; readonly port: number },
  log: Logger,
): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
    },
    getRequestListener(app.fetch, { overrideGlobalObjects: false }),
  );
  boundSilent(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, at)));
    // Without a host node takes every address, IPv6 where there is any.
    server.listen({ port: at.port, ...(at.host === undefined ? {} : { host: at.host }) }, resolve);
  });
  server.removeAllListeners('error');
  server.on('error', (error) => log.error({ err: summariseError(error) }, 'http server failed'));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('an HTTP server has an address and a port');
  return { server, port: address.port, close: () => close(server) };
}

/**
 * Keeps a flood of connections that say nothing from using up what everybody needs. Never counted per address: a school
 * is one address. Browsers open a spare connection ahead of time; they do not mind losing it.
 */
function boundSilent(server: Server): void {
  const silent = new Set<Socket>();
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
    const [longest] = silent;
    if (silent.size > MAX_SILENT) longest?.destroy();
  });
  const hasAsked = ({ socket }: IncomingMessage): void => void silent.delete(socket);
  server.prependListener('request', hasAsked);
  server.on('upgrade', hasAsked);
}

function explain(error: Error, { host, port }: { host: string | undefined; port: number }): Error {
  if (isSystemError(error, 'EADDRINUSE')) {
    return new ConfigError(`Port ${port} is in use by another program: set PORT to a free one.`);
  }
  if (isSystemError(error, 'EACCES')) {
    return new ConfigError(`This user may not listen on port ${port}: set PORT to one above 1023.`);
  }
  if (isSystemError(error, 'EADDRNOTAVAIL') || isSystemError(error, 'ENOTFOUND')) {
    return new ConfigError(`This machine has no address ${host}: set HOST to one it has, or leave it out.`);
  }
  return error;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close((error) => {
      clearTimeout(impatience);
      if (error === undefined || isSystemError(error, 'ERR_SERVER_NOT_RUNNING')) resolve();
      else reject(error);
    });
    server.closeIdleConnections();
  });
}
