// `npm test`: everything that must hold, in the order that finds the cheapest mistake first; stops at the first failure.

import { install } from './prepare.mjs';
import { npm } from './steps.mjs';

/** What is said on the screen, and the script of package.json that does it. */
const STEPS = [
  ['Chromium', 'chromium'],
  ['build and types', 'build'],
  ['lint and format', 'lint'],
  ['import boundaries', 'boundaries'],
  ['dead code', 'dead-code'],
  ['bundle budgets', 'budgets'],
  ['unit and relay tests', 'unit'],
  ['browser tests', 'e2e'],
];

/**
 * Installs and runs every step.
 * @returns {Promise<0 | 1>} the exit code of the whole
 */
export async function runTests() {
  const started = performance.now();
  await install();
  console.log(`ok    installation (${seconds(started)})`);
  for (const [title, script] of STEPS) {
    const stepStarted = performance.now();
    console.log(`\n----- ${title}`);
    const exitCode = await npm(['run', '--silent', String(script)]);
    if (exitCode !== 0) {
      console.error(`FAIL  ${title} (${seconds(stepStarted)}); the whole run took ${seconds(started)}`);
      return 1;
    }
    console.log(`ok    ${title} (${seconds(stepStarted)})`);
  }
  console.log(`\nAll is well. The whole run took ${seconds(started)}.`);
  return 0;
}

/** @param {number} since - of `performance.now()` */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
