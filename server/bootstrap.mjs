// The one door for `npm start`, `npm test` and `npm run sign-in | backup | restore | demo`: makes a fresh clone ready.
// Needs nothing but Node and npm; everything it imports before the installation lives in `server/bootstrap/`.

import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepare } from './bootstrap/prepare.mjs';
import { refuseOldNode } from './bootstrap/node-version.mjs';
import { endWithParent, releaseSignals, watchSignals } from './bootstrap/steps.mjs';
import { runTests } from './bootstrap/test-run.mjs';

/** What each mode runs in this very process once all is built, so that a signal has one process to reach. */
const PROGRAMS = {
  start: 'server/dist-bundle/main.js',
  'sign-in': 'server/dist/sign-in.js',
  backup: 'server/dist/backup.js',
  restore: 'server/dist/restore.js',
  demo: 'tests/dist/demo/main.js',
};

refuseOldNode();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
endWithParent();
watchSignals();

const mode = process.argv[2] ?? '';
if (mode === 'test') {
  process.exitCode = await runTests();
} else if (Object.hasOwn(PROGRAMS, mode)) {
  const program = PROGRAMS[/** @type {keyof typeof PROGRAMS} */ (mode)];
  // These run beside a running server: building then would pull its files from under it.
  const asBuilt = ['sign-in', 'backup', 'restore'].includes(mode) && existsSync(program);
  if (!asBuilt) await prepare(mode === 'demo' ? 'build:demo' : 'build:server', program);
  // The program sees its own arguments, as if it had been started by itself.
  process.argv.splice(1, 2, program);
  releaseSignals();
  await import(pathToFileURL(program).href);
} else {
  console.error('Say what to do: node server/bootstrap.mjs start | test | sign-in | backup | restore | demo');
  process.exitCode = 1;
}
