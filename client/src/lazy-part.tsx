/**
 * Parts of a page that come as chunks of their own. On bad Wi-Fi a chunk may not come the first time:
 * then it is asked for again, while the rest of the page goes on working.
 *
 * Not React's `lazy`: once it has shown what stands in for a part, React waits 300 ms before it shows the next part
 * that has come, so that pages do not flicker. A meet-up is several parts deep, and opened half a second later for it.
 */
import { type ComponentType, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { untilItComes } from './until-it-comes.ts';

/** A component that comes later. */
export interface LazyPart<Props extends object> {
  (props: Props): ReactNode;
  /** Asks for it now, before it is shown. */
  preload(): void;
}

/**
 * A component from a chunk of its own.
 * @param meanwhile - stands in its place until it is there, and until its English is.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): LazyPart<Props> {
  const waiting = new Set<() => void>();
  let part: ComponentType<Props> | undefined;
  let coming: Promise<void> | undefined;

  const preload = (): void => {
    coming ??= untilItComes(load).then((component) => {
      part = component;
      for (const tell of waiting) tell();
    });
  };
  const subscribe = (changed: () => void) => {
    waiting.add(changed);
    return () => waiting.delete(changed);
  };
  const Later: LazyPart<Props> = (props) => {
    preload();
    const Part = useSyncExternalStore(subscribe, () => part);
    return Part ? (
      <Suspense fallback={meanwhile}>
        <Part {...props} />
      </Suspense>
    ) : (
      meanwhile
    );
  };
  Later.preload = preload;
  return Later;
}
