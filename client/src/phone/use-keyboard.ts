/** Whether the keyboard of the phone covers part of the page, and keeping the open field above it. */
import { useEffect, useState } from 'react';

/** The view is this much lower than it has been at this width: a keyboard, not a bar of the browser. */
const KEYBOARD_RATIO = 0.75;
const EDGE_PX = 12;

/** True while an on-screen keyboard is open. Then what is marked `data-keep-in-view` around the field is shown. */
export function useKeyboardOpen(): boolean {
  /** How much it leaves in view; it may grow by a row of suggestions. */
  const [left, setLeft] = useState<number | undefined>(undefined);
  useEffect(() => {
    const tallest = new Map<number, number>();
    function look(): void {
      const height = window.visualViewport?.height ?? window.innerHeight;
      const scale = window.visualViewport?.scale ?? 1;
      // Zoomed in, the view is smaller for another reason.
      if (scale > 1.01) return;
      const known = Math.max(tallest.get(window.innerWidth) ?? 0, window.innerHeight, height);
      tallest.set(window.innerWidth, known);
      setLeft(isField(document.activeElement) && height < known * KEYBOARD_RATIO ? height : undefined);
    }
    look();
    const view = window.visualViewport ?? window;
    view.addEventListener('resize', look);
    return () => view.removeEventListener('resize', look);
  }, []);
  useEffect(() => {
    if (left === undefined) return;
    const kept = document.activeElement?.closest('[data-keep-in-view]');
    kept?.scrollIntoView({ block: 'nearest' });
    const view = window.visualViewport;
    // Where only the visual viewport shrinks, nearest in the page may still be under the keyboard.
    if (kept && view) {
      const under = kept.getBoundingClientRect().bottom - view.offsetTop - view.height;
      if (under > 0) window.scrollBy(0, under + EDGE_PX);
    }
  }, [left]);
  return left !== undefined;
}

function isField(element: Element | null): boolean {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}
