/**
 * The Hono app with everything that holds for each request: security headers, the host and origin check of `/api`,
 * the bound on bodies, the shape of errors, and the pages for all that is no interface.
 */
import { RuimteError } from '@ruimte/shared/errors';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock } from '../clock.ts';
import { type HostList, allowsOrigin } from '../access/origin.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import { answerError } from './errors.ts';
import type { Pages } from './pages.ts';
import { pageHeaders, sharedHeaders } from './security-headers.ts';

/** What routes are bound to; `Session` is whatever `findSession` finds. */
export interface Edge<Session> {
  readonly app: Hono;
  readonly log: Logger;
  readonly clock: Clock;
  /** The session of a bearer secret; undefined when there is none or it has ended. */
  readonly findSession: (bearer: string) => Promise<Session | undefined>;
}

export interface EdgeOptions<Session> {
  readonly config: Pick<Config, 'publicUrl' | 'limits'>;
  readonly hosts: HostList;
  readonly pages: Pages;
  readonly log: Logger;
  readonly clock: Clock;
  readonly findSession: (bearer: string) => Promise<Session | undefined>;
}

const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

/** Makes the app; bind the routes to it with `route`, in any order. */
export function createEdge<Session>(options: EdgeOptions<Session>): Edge<Session> {
  const { config, hosts, pages, log, clock, findSession } = options;
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of sharedHeaders(config.publicUrl)) context.res.headers.set(name, value);
  });
  app.use('/api/*', async (context, next) => {
    const host = context.req.header('host');
    if (!hosts.allows(host)) throw new RuimteError('unknownHost', 'this server does not go by that name');
    if (!allowsOrigin(context.req.header('origin'), host, config.publicUrl)) {
      throw new RuimteError('foreignOrigin', 'the request comes from a page of another site');
    }
    await next();
  });
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: config.limits.bodyBytes,
      onError: () => {
        throw new RuimteError('tooLarge', `a request has at most ${config.limits.bodyBytes} bytes`);
      },
    }),
  );
  app.onError((error, context) => answerError(context, error, log));
  app.notFound((context) => {
    if (isApi(context.req.path)) {
      return answerError(context, new RuimteError('notFound', 'there is no such endpoint'), log);
    }
    const host = context.req.header('host');
    const { body, status, headers, nonce } = pages.answer({
      method: context.req.method,
      path: context.req.path,
      acceptEncoding: context.req.header('accept-encoding') ?? '',
      ifNoneMatch: context.req.header('if-none-match'),
    });
    // Only a host name that was checked may stand in a header.
    const own = pageHeaders(hosts.allows(host) ? host : undefined, nonce);
    return new Response(body, {
      status,
      headers: Object.fromEntries([...headers, ...own]),
    });
  });
  return { app, log, clock, findSession };
}
