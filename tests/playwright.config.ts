// The browser tests: every test starts its own server, so nothing is started here.

import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.mjs';

/** A name that is not localhost, for pages that may use nothing which needs a secure context. */
const HALL = '--host-resolver-rules=MAP zaal.test 127.0.0.1';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // Nothing is timed here, and a story mostly waits: several at once are slower each, and faster together.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: ensureChromium(), args: [...CHROMIUM_ARGS, HALL] },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true },
  },
});
