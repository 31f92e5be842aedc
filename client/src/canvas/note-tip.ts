/**
 * The whole text of a note that shows less of it, beside the note while the pointer rests there. The pointer can go onto
 * it, Escape takes it away. Whoever has no pointer selects the note, which shows it whole.
 */
import type { ScreenPoint, ScreenRect } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import type { Readable } from '../model/readable.ts';

/** What a note would say in a tip. */
export interface Hidden {
  readonly id: NoteId;
  readonly text: string;
  /** The note on screen. */
  readonly rect: ScreenRect;
}

export interface NoteTipHost {
  /** The note under a point, when it does not show all its text; undefined also while something goes on. */
  hiddenAt(at: ScreenPoint): Hidden | undefined;
  /** The tip goes when one of these changes. */
  readonly gone: readonly Pick<Readable<unknown>, 'subscribe'>[];
}

const SHOW_AFTER_MS = 350;
/** Long enough to go from the note onto the tip. */
const HIDE_AFTER_MS = 200;
const EDGE_PX = 8;

/** Shows tips in the element of a board until it is closed. */
export function createNoteTip(root: HTMLElement, host: NoteTipHost): { close(): void } {
  const leaving = new AbortController();
  const { signal } = leaving;
  const tip = document.createElement('div');
  tip.className = 'board-tip';
  tip.dir = 'auto';
  tip.hidden = true;
  // The same words are in the list.
  tip.setAttribute('aria-hidden', 'true');
  root.append(tip);
  let shown: NoteId | undefined;
  let wanted: NoteId | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hide(): void {
    clearTimeout(timer);
    shown = undefined;
    wanted = undefined;
    tip.hidden = true;
  }
  function show({ id, text, rect }: Hidden): void {
    shown = id;
    tip.textContent = text;
    tip.hidden = false;
    const { offsetWidth: w, offsetHeight: h } = tip;
    const below = rect.y + rect.h;
    // Against the note, so that the pointer reaches it without crossing anything.
    const y = below + h <= root.clientHeight - EDGE_PX ? below : Math.max(EDGE_PX, rect.y - h);
    const x = Math.max(EDGE_PX, Math.min(rect.x, root.clientWidth - w - EDGE_PX));
    tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
  function follow(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    if (event.target === tip) {
      clearTimeout(timer);
      wanted = shown;
      return;
    }
    const box = root.getBoundingClientRect();
    const found = host.hiddenAt({ x: event.clientX - box.left, y: event.clientY - box.top });
    if (found?.id === wanted) return;
    wanted = found?.id;
    clearTimeout(timer);
    if (found === undefined) timer = setTimeout(hide, HIDE_AFTER_MS);
    else if (found.id !== shown) timer = setTimeout(() => show(found), SHOW_AFTER_MS);
  }

  root.addEventListener('pointermove', follow, { signal });
  root.addEventListener('pointerdown', hide, { signal });
  root.addEventListener(
    'pointerleave',
    () => {
      wanted = undefined;
      clearTimeout(timer);
      timer = setTimeout(hide, HIDE_AFTER_MS);
    },
    { signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || shown === undefined) return;
      // This Escape was for the tip; the pointer still rests on the note, which must not bring it back.
      wanted = shown;
      shown = undefined;
      tip.hidden = true;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );
  const unwatch = host.gone.map((value) => value.subscribe(hide));
  return {
    close: () => {
      leaving.abort();
      for (const stop of unwatch) stop();
      hide();
      tip.remove();
    },
  };
}
