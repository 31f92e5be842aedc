import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../config.ts';
import { createLogger } from '../log.ts';
import { listen } from './listen.ts';

const log = createLogger('silent');
const anywhere = { host: '127.0.0.1', port: 0 };

test('a port that is taken stops the start with a sentence that names PORT', async () => {
  const first = await listen(new Hono(), anywhere, log);
  onTestFinished(first.close);
  const attempt = listen(new Hono(), { ...anywhere, port: first.port }, log);
  await expect(attempt).rejects.toThrow(ConfigError);
  await expect(attempt).rejects.toThrow(
    `Port ${first.port} is in use by another program: set PORT to a free one.`,
  );
});

test('an address that is not ours stops the start with a sentence that names HOST', async () => {
  await expect(listen(new Hono(), { host: '192.0.2.1', port: 0 }, log)).rejects.toThrow(/set HOST/);
});

test(
  'a connection that sends no headers is ended, others are served meanwhile',
  { timeout: 15_000 },
  async () => {
    const app = new Hono().get('/', (context) => context.text('here'));
    const { port, close } = await listen(app, anywhere, log);
    onTestFinished(close);
    const slow = connect(port, '127.0.0.1');
    slow.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
    const ended = new Promise((resolve) => slow.resume().once('close', resolve));
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here');
    await ended;
  },
);

test('closing frees the port, also while a connection is kept open, and twice does no harm', async () => {
  const app = new Hono().get('/', (context) => context.text('here'));
  const { port, close } = await listen(app, anywhere, log);
  const idle = connect(port, '127.0.0.1');
  const ended = new Promise((resolve) => idle.resume().once('close', resolve));
  await (await fetch(`http://127.0.0.1:${port}/`)).text();
  await close();
  await close();
  await ended;
  const again = await listen(app, { ...anywhere, port }, log);
  onTestFinished(again.close);
  expect(again.port).toBe(port);
});
