/** What happens around the page: waking up, leaving, another tab writing. Without a window nothing ever happens. */
export interface Surroundings {
  /** The network came or went, or the page is looked at again: time to see whether the line still works. */
  onWake(run: () => void): () => void;
  /** The page is hidden or goes away; it may not come back. */
  onLeave(run: () => void): () => void;
  /** Another tab changed a key of the shared storage; null when it cleared everything. */
  onStorage(run: (key: string | null) => void): () => void;
}

function listen(target: EventTarget | undefined, type: string, run: (event: Event) => void): () => void {
  target?.addEventListener(type, run);
  return () => target?.removeEventListener(type, run);
}

/** The browser's events, or silence where there is no window. */
export function findSurroundings(): Surroundings {
  const page = typeof window === 'undefined' ? undefined : window;
  const onVisibility = (wanted: 'visible' | 'hidden', run: () => void): (() => void) =>
    listen(page?.document, 'visibilitychange', () => {
      if (page?.document.visibilityState === wanted) run();
    });
  const all = (...stops: readonly (() => void)[]): (() => void) => {
    return () => {
      for (const stop of stops) stop();
    };
  };
  return {
    onWake: (run) =>
      all(
        listen(page, 'online', run),
        listen(page, 'offline', run),
        listen(page, 'pageshow', run),
        onVisibility('visible', run),
      ),
    onLeave: (run) => all(listen(page, 'pagehide', run), onVisibility('hidden', run)),
    onStorage: (run) => listen(page, 'storage', (event) => run((event as StorageEvent).key)),
  };
}
