// `npm run screenshots`: the same browser, but pictures instead of tests. Not part of `npm test`.

import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

export default defineConfig(tests, {
  testMatch: '**/*.shots.ts',
  // Only its own folder: what failed in the tests stays to be looked at.
  outputDir: '../test-results/screenshots-run',
  timeout: 180_000,
});
