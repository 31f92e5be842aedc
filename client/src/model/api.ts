/** Calls the server by the table of `shared/src/protocol/api.ts`: typed in, typed out, one kind of failure each. */
import { type ErrorBody, isErrorCode, RuimteError } from '@ruimte/shared/errors';
import { API, type ApiName, type ApiRequest, type ApiResponse } from '@ruimte/shared/protocol/api';

/** The server was not reached: no network, no answer in time, or something in between that is not our server. */
export class OfflineError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OfflineError';
  }
}

export interface CallOptions {
  /** Travels as `Authorization: Bearer`. */
  readonly session?: string | undefined;
  /** Milliseconds until the call counts as offline; default 15,000. */
  readonly timeoutMs?: number;
  /** Given up by whoever asked; the call then fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** `https://host` without trailing slash; default the page's own. */
  readonly base?: string;
  readonly fetch?: typeof fetch;
}

/** Longer than a hall's network takes when sixty phones join at once, shorter than people wait. */
const TIMEOUT_MS = 15_000;
/** What a proxy answers in the server's place when the server is away. */
const AWAY = new Set([502, 503, 504]);

/** The path with its `:name` parts filled in, and the fields of the request that are left for the body. */
export function fillPath(
  path: string,
  request: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly rest: Readonly<Record<string, unknown>> } {
  const used = new Set<string>();
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = request[name];
    if (typeof value !== 'string' || value === '') throw new TypeError(`${path} needs "${name}"`);
    used.add(name);
    return encodeURIComponent(value);
  });
  const rest = Object.fromEntries(Object.entries(request).filter(([name]) => !used.has(name)));
  return { path: filled, rest };
}

/**
 * Asks the server.
 * @throws RuimteError with the server's code; OfflineError when the server was not reached.
 */
export async function callApi<Name extends ApiName>(
  name: Name,
  request: ApiRequest<Name>,
  options: CallOptions = {},
): Promise<ApiResponse<Name>> {
  const endpoint = API[name];
  const { path, rest } = fillPath(endpoint.path, request as Readonly<Record<string, unknown>>);
  const headers: Record<string, string> = {};
  if (options.session !== undefined) headers['authorization'] = `Bearer ${options.session}`;
  if (endpoint.method !== 'GET') headers['content-type'] = 'application/json';
  const response = await send((options.base ?? '') + path, options, {
    method: endpoint.method,
    headers,
    ...(endpoint.method === 'GET' ? {} : { body: JSON.stringify(rest) }),
  });
  const body = await readBody(response);
  if (response.ok) return body as ApiResponse<Name>;
  throw toError(response, body);
}

/** `AbortSignal.any` and `.timeout` are younger than the browsers we serve: one controller does the work of both. */
async function send(url: string, options: CallOptions, init: RequestInit): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), options.timeoutMs ?? TIMEOUT_MS);
  const giveUp = (): void => controller.abort();
  options.signal?.throwIfAborted();
  options.signal?.addEventListener('abort', giveUp);
  try {
    const ask = options.fetch ?? fetch;
    return await ask(url, { ...init, cache: 'no-store', signal: controller.signal });
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw new OfflineError('the server was not reached', { cause });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', giveUp);
  }
}

async function readBody(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new OfflineError('the answer broke off', { cause });
  }
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A captive portal or a proxy answers with a page of its own.
    throw new OfflineError(`no answer of ours (status ${response.status})`, { cause });
  }
}

function toError(response: Response, body: unknown): Error {
  const error = (body as Partial<ErrorBody> | null)?.error;
  if (error !== undefined && isErrorCode(error.code)) {
    return new RuimteError(error.code, String(error.message), error.retryAfterMs);
  }
  if (AWAY.has(response.status)) return new OfflineError(`the server is away (status ${response.status})`);
  return new RuimteError('internal', `status ${response.status} without a code`);
}
