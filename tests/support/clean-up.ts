/** What a test makes it takes down: done when the test ends, last first. */
import { onTestFinished } from 'vitest';

/** Remembers something to be done when the running test ends. */
export function defer(clean: () => Promise<void> | void): void {
  onTestFinished(clean);
}
