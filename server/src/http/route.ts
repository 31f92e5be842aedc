/** Binds an endpoint of the `API` table to its handler: parsed request in, typed answer out. */
import { RuimteError } from '@ruimte/shared/errors';
import { isRandomId } from '@ruimte/shared/ids';
import { API, type ApiName, type ApiRequest, type ApiResponse } from '@ruimte/shared/protocol/api';
import { parseRequest } from '@ruimte/shared/protocol/api-requests';
import type { Context } from 'hono';
import type { Logger } from '../log.ts';
import type { Edge } from './edge.ts';

/** What a handler is given. */
export interface Call<Name extends ApiName, Session> {
  /** Parsed, bounded, cleaned. */
  readonly request: ApiRequest<Name>;
  readonly session: Session | undefined;
  /** The session. @throws RuimteError `signInNeeded` when there is none. */
  readonly signedIn: () => Session;
  /** The secret of the session, when one was sent that is well formed. */
  readonly bearer: string | undefined;
  /** The Host header, which has been checked: "192.168.1.20:8080". */
  readonly host: string;
  readonly log: Logger;
  /** Server time, milliseconds. */
  readonly now: number;
}

export type Handler<Name extends ApiName, Session> = (
  call: Call<Name, Session>,
) => ApiResponse<Name> | Promise<ApiResponse<Name>>;

/** Serves the endpoint at the method and path of the table. Whatever the handler throws becomes an `ErrorBody`. */
export function route<Name extends ApiName, Session>(
  edge: Edge<Session>,
  name: Name,
  handler: Handler<Name, Session>,
): void {
  const { method, path } = API[name];
  const log = edge.log.child({ api: name });
  edge.app.on(method, path, async (context) => {
    const parsed = parseRequest(name, await readInput(context));
    if (!parsed.ok) throw new RuimteError('invalid', parsed.reason);
    const bearer = readBearer(context);
    const session = bearer === undefined ? undefined : await edge.findSession(bearer);
    const answer = await handler({
      request: parsed.value,
      session,
      signedIn() {
        if (session === undefined) throw new RuimteError('signInNeeded', 'no session, or one that has ended');
        return session;
      },
      bearer,
      host: context.req.header('host') ?? '',
      log,
      now: edge.clock.now(),
    });
    return answerJson(context, answer);
  });
}

/** An answer that nothing on the way may keep. */
export function answerJson(context: Context, answer: unknown, status: 200 | 503 = 200): Response {
  context.header('Cache-Control', 'no-store');
  context.header('Content-Type', 'application/json; charset=utf-8');
  return context.body(JSON.stringify(answer), status);
}

/** Fields of path, query and body as one object; the same field in two places is a mistake or a trick. */
async function readInput(context: Context): Promise<Record<string, unknown>> {
  const input = new Map<string, unknown>();
  const add = (field: string, value: unknown): void => {
    if (input.has(field)) throw new RuimteError('invalid', 'a field was given twice');
    input.set(field, value);
  };
  for (const [field, value] of Object.entries(context.req.param() as Record<string, string>))
    add(field, value);
  for (const [field, values] of Object.entries(context.req.queries()))
    values.forEach((value) => add(field, value));
  if (context.req.method !== 'GET') {
    for (const [field, value] of Object.entries(await readBody(context))) add(field, value);
  }
  // `fromEntries` makes own fields, also of one called `__proto__`; the strict schemas then refuse it.
  return Object.fromEntries(input);
}

/** The JSON object of the body; no body at all is an empty one. */
async function readBody(context: Context): Promise<object> {
  const text = await readText(context);
  if (text === '') return {};
  // A form on a foreign page cannot send this type without asking first.
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new RuimteError('invalid', 'the body must be application/json');
  }
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RuimteError('invalid', 'the body must be a JSON object');
  }
  return value;
}

async function readText(context: Context): Promise<string> {
  try {
    return await context.req.text();
  } catch (error) {
    if (error instanceof RuimteError) throw error;
    throw new RuimteError('invalid', 'the body could not be read to its end');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The reason the parser gives quotes the body, which may hold a secret or a note.
    throw new RuimteError('invalid', 'the body is no JSON');
  }
}

function readBearer(context: Context): string | undefined {
  const [, bearer] = /^Bearer ([A-Za-z0-9_-]{22})$/i.exec(context.req.header('authorization') ?? '') ?? [];
  return isRandomId(bearer) ? bearer : undefined;
}
