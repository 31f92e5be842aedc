/** Room for what sticks to the top of a scrolling place, however many lines it takes. */
import { type RefObject, useLayoutEffect } from 'react';

/** Between the bar and what is walked to, css pixels. */
const BELOW_PX = 12;

/**
 * Whatever gets the focus in the place is scrolled to below its bar, not under it (WCAG 2.2, 2.4.11).
 * @param bar - sticks to the top of the place it lies in.
 */
export function useRoomAbove(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = bar.current;
    const place = element?.parentElement;
    if (!element || !place) return undefined;
    const observer = new ResizeObserver(() => {
      place.style.scrollPaddingTop = `${element.offsetHeight + BELOW_PX}px`;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [bar]);
}
