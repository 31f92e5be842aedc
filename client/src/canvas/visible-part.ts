/** What an on-screen keyboard leaves of the page, where the browser shrinks only the visual viewport. */

/** Tells of every change until the returned function is called. */
export function watchVisiblePart(changed: () => void): () => void {
  const view = window.visualViewport;
  view?.addEventListener('resize', changed);
  view?.addEventListener('scroll', changed);
  return () => {
    view?.removeEventListener('resize', changed);
    view?.removeEventListener('scroll', changed);
  };
}

/** Where the visible part begins and ends, css pixels from the top of the page's window, as one value to compare. */
export function visiblePart(): string {
  const view = window.visualViewport;
  return view === null ? `0 ${window.innerHeight}` : `${view.offsetTop} ${view.offsetTop + view.height}`;
}

/** The same within an element that starts at `top` in the window. */
export function visibleWithin(top: number, height: number): readonly [top: number, bottom: number] {
  const [from = 0, to = height] = visiblePart().split(' ').map(Number);
  return [Math.max(0, from - top), Math.min(height, to - top)];
}
