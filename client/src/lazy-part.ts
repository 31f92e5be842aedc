/**
 * Parts of a page that come as chunks of their own. On bad Wi-Fi a chunk may not come the first time:
 * then it is asked for again, while the rest of the page goes on working.
 */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

const AGAIN_MS = 2_000;

async function untilItComes<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      // No network: nothing is lost by asking again until there is one.
      await new Promise<void>((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** A component from a chunk of its own; shows the nearest Suspense fallback until it is there. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => untilItComes(load).then((component) => ({ default: component })));
}
