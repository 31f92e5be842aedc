/**
 * The servers we compare with, installed by name into a temporary folder that is gone when the benchmark ends, or stays
 * for the next one when asked.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keep, makeFolder } from './children.ts';

const KEPT = join(tmpdir(), 'ruimte-bench-peers');
const INSTALL_MS = 15 * 60_000;
const NEW_NODE = 22;
const LAUNCHER = fileURLToPath(new URL('../../../bench/relay/peers/hocuspocus.mjs', import.meta.url));

let folder: Promise<string> | undefined;

/** Installs into a folder that stays, or uses what is installed there. */
export function keepPeers(): void {
  folder = Promise.resolve(KEPT);
}

export interface Peer {
  readonly cwd: string;
  readonly command: readonly [string, ...string[]];
}

/**
 * Installs packages with their exact versions under a name of their own, once.
 * @param node - another Node that will run them. @returns their folder.
 */
export async function installPackages(
  name: string,
  packages: readonly string[],
  node?: NewNode,
): Promise<string> {
  folder ??= makeFolder();
  const cwd = join(await folder, name);
  const done = join(cwd, 'installed');
  if (await exists(done)) return cwd;
  await mkdir(cwd, { recursive: true });
  await writeFile(join(cwd, 'package.json'), '{"private":true,"type":"module"}\n');
  const path = process.env['PATH'] ?? '';
  const child = keep(
    spawn('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
      cwd,
      env: {
        ...process.env,
        // What has to be compiled is compiled for the Node that will run it, with the headers that came with it.
        ...(node?.home === undefined
          ? {}
          : { PATH: join(node.home, 'bin') + delimiter + path, npm_config_nodedir: node.home }),
      },
      stdio: 'ignore',
    }),
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), INSTALL_MS);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  if (code !== 0) throw new Error(`npm could not install ${packages.join(' ')}`);
  await writeFile(done, '');
  return cwd;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

interface NewNode {
  readonly program: string;
  /** Where it was installed; absent when it is the one that runs us. */
  readonly home?: string;
}

async function newNode(): Promise<NewNode> {
  if (Number(process.versions.node.split('.')[0]) >= NEW_NODE) return { program: process.execPath };
  const name = `node-${process.platform}-${process.arch}`;
  const home = join(await installPackages('node', [`${name}@${NEW_NODE}`]), 'node_modules', name);
  return { program: join(home, 'bin', 'node'), home };
}

/** y-websocket-server with LevelDB, the way its own readme starts it. */
export async function installYWebsocket(): Promise<Peer> {
  const cwd = await installPackages('y-websocket', [
    '@y/websocket-server@0.1.1',
    'y-leveldb@0.1.2',
    'yjs@13',
  ]);
  return { cwd, command: [process.execPath, 'node_modules/@y/websocket-server/src/server.js'] };
}

/** Hocuspocus of one version with its SQLite extension; from version 4 it needs a newer Node than ours. */
export async function installHocuspocus(version: '3.4.4' | '4.7.0'): Promise<Peer> {
  const node = version === '3.4.4' ? { program: process.execPath } : await newNode();
  const packages = ['server', 'extension-sqlite'].map((part) => `@hocuspocus/${part}@${version}`);
  const cwd = await installPackages(`hocuspocus-${version}`, [...packages, 'yjs@13'], node);
  const launcher = join(cwd, 'serve.mjs');
  await copyFile(LAUNCHER, launcher);
  return { cwd: dirname(launcher), command: [node.program, launcher] };
}
