/** The pages of the others: installed with exact versions into a temporary folder, bundled there, and served from it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keep } from '../relay/children.ts';
import { installPackages } from '../relay/install-peers.ts';
import type { Layout } from './layout.ts';
import { toExcalidraw, toPlain } from './saved.ts';

const PAGES = fileURLToPath(new URL('../../../bench/board/peers', import.meta.url));
const PACKAGES = [
  '@excalidraw/excalidraw@0.18.1',
  'react@19.3.1',
  'react-dom@19.3.1',
  'konva@10.9.1',
  'react-konva@19.3.2',
  'vite@8.3.8',
];
const SETTINGS = `export default {
  build: { outDir: 'dist', emptyOutDir: true, target: 'chrome111', modulePreload: { polyfill: false },
    rolldownOptions: { input: ['excalidraw.html', 'naive.html'] } },
  define: { 'process.env.IS_PREACT': JSON.stringify('false') },
};
`;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export interface PeerPages {
  readonly url: string;
  /** Serves these notes under a name from now on. @returns the address of each page's document. */
  save(name: string, layout: Layout): { readonly excalidraw: string; readonly naive: string };
}

async function bundle(): Promise<string> {
  const folder = await installPackages('board', PACKAGES);
  await cp(PAGES, folder, { recursive: true });
  await writeFile(join(folder, 'vite.config.mjs'), SETTINGS);
  const vite = keep(
    spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const [code] = (await once(vite, 'exit')) as [number | null];
  if (code !== 0) throw new Error('vite could not bundle the pages of the others');
  const dist = join(folder, 'dist');
  // Without these it would ask somebody else's server for them.
  const fonts = join(folder, 'node_modules/@excalidraw/excalidraw/dist/prod/fonts');
  await cp(fonts, join(dist, 'fonts'), { recursive: true });
  return dist;
}

/** Installs, bundles and serves. The server ends with the process. */
export async function servePeers(): Promise<PeerPages> {
  const dist = await bundle();
  const saved = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://local').pathname);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const document = saved.get(path);
    const body = document === undefined ? readFile(join(dist, path)) : Promise.resolve(document);
    body.then(
      (content) => response.writeHead(200, { 'content-type': type }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    save: (name, layout) => {
      const addresses = {
        excalidraw: `/saved/${name}-excalidraw.json`,
        naive: `/saved/${name}-naive.json`,
      };
      saved.set(addresses.excalidraw, JSON.stringify(toExcalidraw(layout)));
      saved.set(addresses.naive, JSON.stringify(toPlain(layout)));
      return addresses;
    },
  };
}
