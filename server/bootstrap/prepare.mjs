// Installing and building, each only when something they depend on has changed since the last time.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './steps.mjs';

const PACKAGES = ['shared', 'server', 'client', 'tests'];
/** What the installation depends on. */
const MANIFESTS = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...PACKAGES.map((name) => `${name}/package.json`),
];
/** Made by us, or not part of what is built. */
const NOT_SOURCE = new Set([
  'node_modules',
  'dist',
  'dist-model',
  'dist-bundle',
  'e2e',
  'samples',
  'test-results',
]);
/** Lost together with node_modules, so that a removed installation is noticed. */
const STAMPS = 'node_modules/.ruimte';

/**
 * Makes the clone ready to run `program`: installs and builds what is missing or has changed. Ends the process on failure.
 * @param {'build:server' | 'build:demo'} script - the script of package.json that builds it
 * @param {string} program - the file it must give
 */
export async function prepare(script, program) {
  await install();
  const stamp = fingerprint([...MANIFESTS, 'tsconfig.base.json', ...PACKAGES.flatMap(sourceFiles)]);
  const built = existsSync(program) && existsSync('client/dist/index.html') && existsSync('shared/dist');
  if (built && readStamp(script) === stamp) return;
  console.log('Building ...');
  await orEnd(
    npm(['run', '--silent', script], { quiet: true }),
    'Building did not succeed; the reason is above.',
  );
  writeStamp(script, stamp);
}

/** Installs exactly what the lockfile says with the pnpm that package.json names. Ends the process on failure. */
export async function install() {
  const stamp = fingerprint([...MANIFESTS, process.versions.node, process.platform, process.arch]);
  const installed = PACKAGES.every((name) => existsSync(`${name}/node_modules`));
  if (installed && readStamp('install') === stamp) return;
  console.log('Installing packages (the first time this takes about half a minute) ...');
  const args = [
    'exec',
    '--yes',
    '--',
    pnpmVersion(),
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
  ];
  await orEnd(
    npm(args, { quiet: true }),
    'Installing did not succeed; the reason is above. Is there a network connection?',
  );
  writeStamp('install', stamp);
}

/** @returns {string} like `pnpm@10.34.9` */
function pnpmVersion() {
  return JSON.parse(readFileSync('package.json', 'utf8')).packageManager.split('+')[0];
}

/**
 * @param {Promise<number>} exitCode
 * @param {string} sentence - said when it is not 0
 */
async function orEnd(exitCode, sentence) {
  if ((await exitCode) === 0) return;
  console.error(sentence);
  process.exit(1);
}

/**
 * @param {string[]} parts - names of files, whose content counts; anything else counts as it is
 * @returns {string} equal for equal content; modification times do not matter
 */
function fingerprint(parts) {
  const hash = createHash('sha256');
  for (const part of parts)
    hash
      .update(part)
      .update('\0')
      .update(existsSync(part) ? readFileSync(part) : '');
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} every file under it that a build could read, in a fixed order
 */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCE.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      return entry.isDirectory() ? sourceFiles(name) : [name];
    });
}

/** @param {string} name */
function readStamp(name) {
  const file = path.join(STAMPS, name.replace(':', '-'));
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * @param {string} name
 * @param {string} stamp
 */
function writeStamp(name, stamp) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(path.join(STAMPS, name.replace(':', '-')), stamp);
}
