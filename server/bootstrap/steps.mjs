// Runs the programs a start or a test consists of, one after another, and sees to it that none outlives us.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How long a program may take to end itself after a signal. Milliseconds. */
const GRACE_MS = 5000;
const PARENT_CHECK_MS = 500;

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;

/**
 * Runs npm with these arguments, without stdin so that nothing can ask a question.
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options] - quiet: keep what it prints to ourselves, unless it fails
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function npm(args, { quiet = false } = {}) {
  // npm says where it lives when it started us; that spares a shell, and with it trouble on paths with spaces.
  const npmScript = process.env['npm_execpath'];
  const known = npmScript?.endsWith('npm-cli.js') ? npmScript : undefined;
  const windows = process.platform === 'win32';
  return new Promise((resolve, reject) => {
    const output = quiet ? 'pipe' : 'inherit';
    const child = spawn(
      known ? process.execPath : windows ? 'npm.cmd' : 'npm',
      known ? [known, ...args] : args,
      {
        stdio: ['ignore', output, output],
        env: { ...process.env, CI: process.env['CI'] ?? 'true', npm_config_update_notifier: 'false' },
        shell: !known && windows,
        // A group of its own, so that a signal can be passed on to everything the program started.
        detached: !windows,
      },
    );
    running = child;
    /** @type {Buffer[]} */
    const kept = [];
    child.stdout?.on('data', (chunk) => kept.push(chunk));
    child.stderr?.on('data', (chunk) => kept.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      running = undefined;
      if (code !== 0) process.stderr.write(Buffer.concat(kept));
      resolve(code ?? 1);
    });
  });
}

/**
 * Ends this process when npm, which started us, is gone: npm does not pass SIGTERM on through its shell, and without
 * this a stopped `npm start` would leave a server holding the port.
 */
export function endWithParent() {
  const starters = findStarters();
  const timer = setInterval(() => {
    if (findStarters() === starters) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 2 * GRACE_MS).unref();
  }, PARENT_CHECK_MS).unref();
}

/**
 * Names the processes we hang from. Under npm that is a shell, which outlives an npm that was killed outright; then it is
 * the shell that changes parents. Only Linux tells us that without starting a program.
 */
function findStarters() {
  const { ppid, platform, env } = process;
  if (platform !== 'linux' || env['npm_lifecycle_event'] === undefined) return String(ppid);
  try {
    return `${ppid} ${/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${ppid}/status`, 'utf8'))?.[1]}`;
  } catch {
    // The shell ended between the two questions: it counts as another starter, since its number is missing here.
    return String(ppid);
  }
}

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** From now on a signal ends the running step with everything it started, and then this process. */
export function watchSignals() {
  for (const signal of SIGNALS) process.on(signal, endRunningStep);
}

/** Leaves the signals to the program that is about to run in this process. */
export function releaseSignals() {
  for (const signal of SIGNALS) process.off(signal, endRunningStep);
}

/** @param {NodeJS.Signals} signal */
function endRunningStep(signal) {
  const exitCode = signal === 'SIGINT' ? 130 : 143;
  if (running === undefined) process.exit(exitCode);
  const child = running;
  signalGroup(child, signal);
  setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
  child.once('close', () => process.exit(exitCode));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    // ESRCH: it ended in the meantime, which is what we wanted.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
