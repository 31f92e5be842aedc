/**
 * Keeps the focus on a page whose controls come and go: what was pressed often goes with what it did, and the browser
 * then drops the focus at the start of the page.
 */
import { type RefObject, useEffect } from 'react';

const FOCUSABLE = 'summary, button:not(:disabled), a[href], input:not(:disabled), select, textarea';
const LANDMARK = 'main, aside, header, nav, form, dialog';

/** What gets the focus in a place that is still there: the landmark itself, else the first control in it. */
function targetIn(place: HTMLElement): HTMLElement | undefined {
  if (place.matches(LANDMARK)) return place;
  return [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (control) => control.getClientRects().length > 0,
  );
}

/** @param page - what is watched. Focus that goes elsewhere by itself is left alone. */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = page.current;
    if (root === null) return undefined;
    /** The control that had the focus last, then everything around it, inside out. */
    let path: readonly HTMLElement[] = [];
    function remember(event: FocusEvent): void {
      path = event.composedPath().filter((each) => each instanceof HTMLElement);
    }
    function mend(): void {
      if (path[0]?.isConnected !== false || document.activeElement !== document.body) return;
      for (const place of path.filter((each) => each.isConnected && root?.contains(each) === true)) {
        const target = targetIn(place);
        if (target === undefined) continue;
        if (target === place) target.tabIndex = -1;
        path = [];
        target.focus({ preventScroll: target === place });
        return;
      }
    }
    const observer = new MutationObserver(mend);
    observer.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', remember);
    };
  }, [page]);
}
