// Where the browser of the browser tests comes from. Plain JavaScript, because the bootstrap runs it before anything is built.
// Nothing is downloaded by Playwright: the machine's own browser is used, or Debian's package when we may install it.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** What the tests need besides the browser: notes contain emoji and Arabic, and a bare machine has glyphs for neither. */
const DEBIAN_FONTS = ['fonts-noto-color-emoji', 'fonts-dejavu-core'];
const DEBIAN_PACKAGES = ['chromium', ...DEBIAN_FONTS];

/**
 * Started with these, the browser works as root and in a small container, and asks nothing of the network by itself:
 * a test that asserts "no third-party request" would otherwise see the browser's own.
 */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser to test with: CHROMIUM_PATH, else one installed on the system, else one installed by Playwright.
 * @returns {string | undefined} its absolute path, `undefined` when there is none
 * @throws {Error} when CHROMIUM_PATH is set and names no file: a wrong setting must not be passed over in silence
 */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is set to ${chosen}, but there is no such file.`);
  }
  return [...SYSTEM_PATHS, chromium.executablePath()].find(
    (candidate) => candidate !== '' && existsSync(candidate),
  );
}

/**
 * Finds a browser, or installs Debian's when this is root on a machine with apt.
 * @returns {string} the absolute path of the browser
 * @throws {Error} with one sentence saying what to install, when there is none and we may not install it
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) {
    if (mayUseApt() && !hasEmoji()) {
      console.log(`No emoji here: installing ${DEBIAN_FONTS.join(', ')} with apt-get (once).`);
      apt('update', '-qq');
      apt('install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_FONTS);
    }
    return found;
  }
  if (mayUseApt()) {
    console.log(
      `No Chromium here: installing ${DEBIAN_PACKAGES.join(', ')} with apt-get (once, about a minute).`,
    );
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES);
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome: install it (on Debian or Ubuntu: sudo apt-get install chromium) ' +
      'or set CHROMIUM_PATH to its program file.',
  );
}

/** Whether some font draws emoji; a browser that was installed by hand comes without one. */
function hasEmoji() {
  const fonts = spawnSync('fc-list', [':lang=und-zsye', 'family'], { encoding: 'utf8' });
  return fonts.status !== 0 || fonts.stdout.trim() !== '';
}

function mayUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @param {string[]} args - what comes after `apt-get` */
function apt(...args) {
  const result = spawnSync('apt-get', args, {
    // Its hundreds of progress lines say nothing; what goes wrong comes on stderr. No stdin: nothing may ask a question.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0) throw new Error(`apt-get ${args[0]} failed, so there is no browser to test with.`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  try {
    console.log(`Chromium: ${ensureChromium()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
