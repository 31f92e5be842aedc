import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LIMITS } from '@ruimte/shared/limits';
import { expect, onTestFinished, test } from 'vitest';
import { createHostList } from '../access/origin.ts';
import { createLogger } from '../log.ts';
import { createEdge } from './edge.ts';
import { listen } from './listen.ts';
import { type PageAnswer, readPages } from './pages.ts';

const script = 'console.log("ruimte")';

async function build(index: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-pages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), index);
  await writeFile(join(folder, 'manifest.webmanifest'), '{}');
  await writeFile(join(folder, 'assets', 'index-a1B2c3D4.js'), script);
  await writeFile(join(folder, 'assets', 'index-a1B2c3D4.js.gz'), gzipSync(script));
  await writeFile(join(folder, 'assets', 'index-a1B2c3D4.js.map'), '{}');
  return folder;
}

const ask = { method: 'GET', acceptEncoding: '', ifNoneMatch: undefined };
const header = (answer: PageAnswer, name: string) => answer.headers.find(([known]) => known === name)?.[1];

test('a file with a hash in its name is kept for ever, the page is asked for each time', async () => {
  const pages = await readPages(await build('<p>'));
  const file = pages.answer({ ...ask, path: '/assets/index-a1B2c3D4.js' });
  expect(header(file, 'Cache-Control')).toBe('public, max-age=31536000, immutable');
  expect(header(file, 'Content-Type')).toBe('text/javascript; charset=utf-8');
  const manifest = pages.answer({ ...ask, path: '/manifest.webmanifest' });
  expect(header(manifest, 'Cache-Control')).toBe('no-cache');
  for (const path of ['/', '/j', '/archive/some-id', '/index.html']) {
    const page = pages.answer({ ...ask, path });
    expect(page.status).toBe(200);
    expect(header(page, 'Content-Type')).toBe('text/html; charset=utf-8');
    expect(header(page, 'Cache-Control')).toBe('no-cache');
  }
});

test('what has not changed is not sent again', async () => {
  const pages = await readPages(await build('<p>'));
  const first = pages.answer({ ...ask, path: '/' });
  const again = pages.answer({ ...ask, path: '/', ifNoneMatch: header(first, 'ETag') });
  expect(again).toMatchObject({ status: 304, body: null });
});

test('a missing file is no page, and nothing outside the list can be had', async () => {
  const pages = await readPages(await build('<p>'));
  const paths = [
    '/assets/gone-a1B2c3D4.js',
    '/assets/index-a1B2c3D4.js.map',
    '/assets/index-a1B2c3D4.js.gz',
    '/../package.json',
    '/%2e%2e/package.json',
    '/.env',
  ];
  for (const path of paths) expect(String(pages.answer({ ...ask, path }).body)).not.toContain('{');
  expect(pages.answer({ ...ask, path: '/assets/gone-a1B2c3D4.js' }).status).toBe(404);
  expect(pages.answer({ ...ask, method: 'POST', path: '/' }).status).toBe(405);
});

test('the page of a meet-up asks for the files of a meet-up at once, and other pages do not', async () => {
  const folder = await build('<p>');
  for (const name of ['live-a1B2c3D4.js', 'live-a1B2c3D4.css'])
    await writeFile(join(folder, 'assets', name), '');
  const pages = await readPages(folder);
  const ahead = header(pages.answer({ ...ask, path: '/m' }), 'Link') ?? '';
  expect(ahead).toContain('</assets/live-a1B2c3D4.js>; rel=modulepreload');
  expect(ahead).toContain('</assets/live-a1B2c3D4.css>; rel=preload; as=style');
  for (const path of ['/', '/j', '/assets/index-a1B2c3D4.js'])
    expect(header(pages.answer({ ...ask, path }), 'Link')).toBeUndefined();
});

test('each answer has a nonce of its own where the page asks for one', async () => {
  const pages = await readPages(await build('<meta nonce="CSP_NONCE"><style nonce="CSP_NONCE">'));
  const [first, second] = [pages.answer({ ...ask, path: '/' }), pages.answer({ ...ask, path: '/' })];
  expect(first.nonce).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(first.nonce).not.toBe(second.nonce);
  expect(first.body).toBe(`<meta nonce="${first.nonce}"><style nonce="${first.nonce}">`);
});

test('without a build a sentence says what to do', async () => {
  const pages = await readPages('/nowhere');
  expect(pages.missing).toMatch(/npm run build/);
  expect(pages.answer({ ...ask, path: '/' })).toMatchObject({ status: 503, body: `${pages.missing}\n` });
  expect((await readPages(await build('<p>'))).missing).toBeUndefined();
});

test('over http the page forbids everything but this server, and files come compressed', async () => {
  const log = createLogger('silent');
  const edge = createEdge({
    config: { publicUrl: undefined, limits: LIMITS },
    hosts: createHostList({ publicUrl: undefined, allowedHosts: [] }),
    pages: await readPages(await build('<style nonce="CSP_NONCE">')),
    log,
    clock: { now: () => 0 },
    findSession: () => Promise.resolve(undefined),
  });
  const { port, close } = await listen(edge.app, { host: '127.0.0.1', port: 0 }, log);
  onTestFinished(close);

  const page = await fetch(`http://127.0.0.1:${port}/j`);
  const nonce = /nonce="(.*)"/.exec(await page.text())?.[1];
  expect(page.headers.get('content-security-policy')).toBe(
    `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
      `connect-src 'self' ws://127.0.0.1:${port} wss://127.0.0.1:${port}; object-src 'none'; base-uri 'none'; ` +
      `frame-ancestors 'none'; form-action 'self'`,
  );
  const file = await fetch(`http://127.0.0.1:${port}/assets/index-a1B2c3D4.js`, {
    headers: { 'Accept-Encoding': 'gzip' },
  });
  expect(file.headers.get('content-encoding')).toBe('gzip');
  expect(await file.text()).toBe(script);
});
