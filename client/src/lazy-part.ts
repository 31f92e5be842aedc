/**
 * Parts of a page that come as chunks of their own. On bad Wi-Fi a chunk may not come the first time:
 * then it is asked for again, while the rest of the page goes on working.
 */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { untilItComes } from './until-it-comes.ts';

/** A component from a chunk of its own; shows the nearest Suspense fallback until it is there. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => untilItComes(load).then((component) => ({ default: component })));
}
