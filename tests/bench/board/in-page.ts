/** What runs inside every measured page: the same for all of them. */

export interface InPage {
  /** Milliseconds from the start of the navigation to the second frame after all notes were painted. */
  loadedMs: number | undefined;
  /** The page says that its notes are painted. */
  painted(): void;
  /** Counts frames from now on. */
  start(): void;
  /** @returns milliseconds between frames, one after another. */
  stop(): readonly number[];
}

/** What the pages of the others answer to; see `peers/`. */
export interface PeerBoard {
  setCamera(camera: { readonly x: number; readonly y: number; readonly zoom: number }): void;
  placeOf(index: number): { readonly x: number; readonly y: number };
  startOthers(view: object, notes: readonly object[]): void;
  stopOthers(): void;
}

declare global {
  interface Window {
    bench: InPage;
    board: PeerBoard;
  }
}

/**
 * Runs before anything of the page. It is sent as text, so it knows nothing but its argument.
 * @param notes - how many the product is to have painted; the pages of the others say so themselves.
 */
export function installBench(notes: number): void {
  let frames: number[] = [];
  let last = 0;
  let recording = false;
  function onFrame(): void {
    const now = performance.now();
    frames.push(now - last);
    last = now;
    if (recording) requestAnimationFrame(onFrame);
  }
  const bench: InPage = {
    loadedMs: undefined,
    painted: () =>
      void requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          bench.loadedMs = performance.now();
        });
      }),
    start: () => {
      frames = [];
      recording = true;
      requestAnimationFrame(() => {
        last = performance.now();
        requestAnimationFrame(onFrame);
      });
    },
    stop: () => {
      recording = false;
      return frames;
    },
  };
  window.bench = bench;
  function lookForBoard(): void {
    const painted = document.querySelector(`.board-canvas[data-notes="${notes}"]`);
    if (painted !== null && document.fonts.status === 'loaded') bench.painted();
    else requestAnimationFrame(lookForBoard);
  }
  if (location.pathname.startsWith('/m')) requestAnimationFrame(lookForBoard);
}
