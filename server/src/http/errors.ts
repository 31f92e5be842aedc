/** What a failed request answers: always the one shape of `ErrorBody`, never a detail of what went wrong inside. */
import { ERROR_STATUS, type ErrorBody, RuimteError } from '@ruimte/shared/errors';
import type { Context } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from '../log.ts';

/** The answer for an error: its code and status from the closed list, or `internal` for anything unforeseen. */
export function answerError(context: Context, error: unknown, log: Logger): Response {
  if (!(error instanceof RuimteError)) {
    // One line, with the route's pattern: the path itself may hold what somebody typed.
    const details = { err: error, route: routePath(context) };
    // Whoever hung up half-way is no fault of ours.
    if (context.req.raw.signal.aborted) log.debug(details, 'request broken off');
    else log.error(details, 'request failed');
    return answerError(context, new RuimteError('internal', 'something went wrong on the server'), log);
  }
  const { code, message, retryAfterMs } = error;
  const body: ErrorBody = {
    error: { code, message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
  };
  context.header('Cache-Control', 'no-store');
  if (retryAfterMs !== undefined) context.header('Retry-After', String(Math.ceil(retryAfterMs / 1_000)));
  return context.json(body, ERROR_STATUS[code]);
}
