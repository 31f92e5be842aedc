import { request as httpRequest } from 'node:http';
import { RuimteError } from '@ruimte/shared/errors';
import { createSecret } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import { expect, onTestFinished, test } from 'vitest';
import { createHostList } from '../access/origin.ts';
import { createLogger } from '../log.ts';
import { createEdge, type Edge } from './edge.ts';
import { addHealth } from './health.ts';
import { listen } from './listen.ts';
import { readPages } from './pages.ts';
import { route } from './route.ts';

interface TestSession {
  readonly who: string;
}
const bearer = createSecret();

/** A server on a free port with the routes that `bind` gives it. */
async function startServer(bind: (edge: Edge<TestSession>) => void, publicUrl?: string) {
  const lines: string[] = [];
  const log = createLogger('debug', { write: (line) => void lines.push(line) });
  const edge = createEdge<TestSession>({
    config: { publicUrl, limits: LIMITS },
    hosts: createHostList({ publicUrl, allowedHosts: [] }),
    pages: await readPages('/nowhere'),
    log,
    clock: { now: () => 1_700_000_000_000 },
    findSession: (secret) => Promise.resolve(secret === bearer ? { who: 'Noor' } : undefined),
  });
  bind(edge);
  const { port, close } = await listen(edge.app, { host: '127.0.0.1', port: 0 }, log);
  onTestFinished(close);
  const base = `http://127.0.0.1:${port}`;
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(base + path, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
  return { base, port, lines, post };
}

/** A request with headers that `fetch` does not let one set. */
function askWith(port: number, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once('error', reject).end();
  });
}

const community = { id: createSecret(), name: 'Zuid', number: 1 } as never;

test('a handler gets path and body parsed and cleaned, its session and the time', async () => {
  const { post } = await startServer((edge) => {
    route(edge, 'addCommunity', ({ request, signedIn, now }) => {
      return { request, who: signedIn().who, now } as never;
    });
  });
  const id = createSecret();
  const answer = await post(`/api/meetups/${id}/communities`, '{"name":"  Zuid "}', {
    Authorization: `Bearer ${bearer}`,
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await answer.json()).toEqual({ request: { id, name: 'Zuid' }, who: 'Noor', now: 1_700_000_000_000 });
});

test('without a session, or with one that ended, a handler that needs one answers signInNeeded', async () => {
  const { post, base } = await startServer((edge) => {
    route(edge, 'listMeetups', ({ signedIn }) => (signedIn(), []));
    route(edge, 'signOut', ({ session }) => ({ out: session === undefined }));
  });
  for (const authorization of ['', 'Bearer short', `Bearer ${createSecret()}`, `Basic ${bearer}`]) {
    const answer = await fetch(`${base}/api/meetups`, { headers: { Authorization: authorization } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'signInNeeded' } });
  }
  expect(await (await post('/api/sign-out', '')).json()).toEqual({ out: true });
});

test('an error from the closed list keeps its code, status and when to come back', async () => {
  const { base } = await startServer((edge) => {
    route(edge, 'listFormats', () => {
      throw new RuimteError('slowDown', 'too many', 1_500);
    });
  });
  const answer = await fetch(`${base}/api/formats`);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(await answer.json()).toEqual({
    error: { code: 'slowDown', message: 'too many', retryAfterMs: 1_500 },
  });
});

test('anything unforeseen is answered without details and logged once', async () => {
  const { base, lines } = await startServer((edge) => {
    route(edge, 'listFormats', () => Promise.reject(new Error('table people is gone')));
  });
  const answer = await fetch(`${base}/api/formats`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('people');
  expect(lines.filter((line) => line.includes('table people is gone'))).toHaveLength(1);
});

test.each([
  ['broken', '{"name":', 'application/json'],
  ['no object', '["Zuid"]', 'application/json'],
  ['no object', 'null', 'application/json'],
  ['a field too many', '{"name":"Zuid","admin":true}', 'application/json'],
  ['a field of the path', `{"name":"Zuid","id":"${createSecret()}"}`, 'application/json'],
  ['a prototype', '{"name":"Zuid","__proto__":{"admin":true}}', 'application/json'],
  ['a form', '{"name":"Zuid"}', 'text/plain'],
])('a body that is %s (%s) is invalid, and is not logged', async (_, body, type) => {
  const { post, lines } = await startServer((edge) => route(edge, 'addCommunity', () => community));
  const answer = await post(`/api/meetups/${createSecret()}/communities`, body, { 'Content-Type': type });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'invalid' } });
  expect(lines.join('')).not.toContain('Zuid');
});

test('a query that an endpoint does not know is invalid', async () => {
  const { base } = await startServer((edge) => route(edge, 'listFormats', () => []));
  expect((await fetch(`${base}/api/formats?debug=1`)).status).toBe(400);
});

test('a body at the limit is read, one byte more is too large, with or without its length said', async () => {
  const { post, base } = await startServer((edge) => route(edge, 'addCommunity', () => community));
  const path = `/api/meetups/${createSecret()}/communities`;
  const body = (bytes: number) => '{"name":"Zuid"}'.padEnd(bytes, ' ');
  expect((await post(path, body(LIMITS.bodyBytes))).status).toBe(200);
  expect((await post(path, body(LIMITS.bodyBytes + 1))).status).toBe(413);
  const stream = new Blob([body(LIMITS.bodyBytes * 4)]).stream();
  const options = {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { 'Content-Type': 'application/json' },
  };
  const answer = await fetch(base + path, options as RequestInit);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ error: { code: 'tooLarge' } });
});

test('an unknown endpoint or method answers notFound, not the page', async () => {
  const { base, post } = await startServer((edge) => route(edge, 'listFormats', () => []));
  for (const answer of [
    await fetch(`${base}/api/nothing`),
    await fetch(`${base}/api`),
    await post('/api/formats', '{}'),
  ]) {
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'notFound' } });
  }
});

test('a foreign name and a foreign page are refused', async () => {
  const { base, port } = await startServer((edge) => route(edge, 'listFormats', () => []));
  expect(await askWith(port, '/api/formats', { Host: 'evil.example' })).toBe(421);
  expect(await askWith(port, '/api/formats', { Host: 'localhost', Origin: 'http://evil.example' })).toBe(403);
  expect(await askWith(port, '/api/formats', { Host: 'localhost', Origin: 'null' })).toBe(403);
  expect(await askWith(port, '/api/formats', { Host: 'localhost:1', Origin: 'http://localhost:1' })).toBe(
    200,
  );
  expect((await fetch(`${base}/api/formats`)).status).toBe(200);
});

test('every answer, a refusal too, carries the headers that close the browser', async () => {
  const { base } = await startServer((edge) => route(edge, 'listFormats', () => []), 'https://ruimte.nl');
  for (const path of ['/api/formats', '/api/nothing', '/', '/missing.js']) {
    const { headers } = await fetch(base + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('set-cookie')).toBeNull();
  }
});

test('health says whether notes are saved', async () => {
  let saving = true;
  const { base } = await startServer((edge) =>
    addHealth(edge, '0.1.0', () => ({ saving, people: 3, damaged: 0, boards: 1 })),
  );
  const health = { saving: true, ok: true, people: 3, damaged: 0, boards: 1, uptimeMs: 0, version: '0.1.0' };
  expect(await (await fetch(`${base}/api/health`)).json()).toEqual(health);
  saving = false;
  const answer = await fetch(`${base}/api/health`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ ok: false, saving: false });
});
