/** Calls to the server: what goes out, and what each way of failing becomes. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RuimteError } from '@ruimte/shared/errors';
import type { MeetupId } from '@ruimte/shared/ids';
import { expect, onTestFinished, test } from 'vitest';
import { callApi, fillPath, OfflineError } from './api.ts';

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('fields named in the path go there, the others stay for the body', () => {
  expect(fillPath('/api/meetups/:id/links', { id: 'a/b', role: 'wall' })).toEqual({
    path: '/api/meetups/a%2Fb/links',
    rest: { role: 'wall' },
  });
});

test('a path with a missing field is a mistake of the caller', () => {
  expect(() => fillPath('/api/meetups/:id', {})).toThrow(TypeError);
});

test('the session travels as a bearer token and the body as JSON', async () => {
  let seen = '';
  const base = await listen((request, response) => {
    request.on('data', (chunk: Buffer) => (seen += chunk.toString()));
    request.on('end', () => {
      seen = `${request.method} ${request.url} ${request.headers.authorization} ${seen}`;
      response.end('{"id":"m"}');
    });
  });
  const id = 'm' as MeetupId;
  const answer = await callApi('updateMeetup', { id, title: 'Kring' }, { base, session: 's3' });
  expect(seen).toBe('PATCH /api/meetups/m Bearer s3 {"title":"Kring"}');
  expect(answer).toEqual({ id: 'm' });
});

test('a refusal keeps the code and the waiting time of the server', async () => {
  const base = await listen((_, response) => {
    response.statusCode = 429;
    response.end('{"error":{"code":"slowDown","message":"often","retryAfterMs":900}}');
  });
  const failure = callApi('health', {}, { base });
  await expect(failure).rejects.toBeInstanceOf(RuimteError);
  await expect(failure).rejects.toMatchObject({ code: 'slowDown', retryAfterMs: 900 });
});

test.each([
  ['a page of a captive portal', 200, '<html>log in</html>'],
  ['a proxy without our server', 502, '{"status":502}'],
])('%s counts as offline', async (_, status, body) => {
  const base = await listen((_request, response) => {
    response.statusCode = status;
    response.end(body);
  });
  await expect(callApi('health', {}, { base })).rejects.toBeInstanceOf(OfflineError);
});

test('a server that does not answer in time counts as offline', async () => {
  const base = await listen(() => undefined);
  await expect(callApi('health', {}, { base, timeoutMs: 30 })).rejects.toBeInstanceOf(OfflineError);
});

test('a call that is given up fails with the reason of who gave it up', async () => {
  const base = await listen(() => undefined);
  const controller = new AbortController();
  const call = callApi('health', {}, { base, signal: controller.signal });
  controller.abort(new Error('left the page'));
  await expect(call).rejects.toThrow('left the page');
});
