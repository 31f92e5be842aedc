/** Pointers, wheel and keys of the element of the board, translated for its controller. */
import type { ScreenPoint } from '@ruimte/shared/geometry';
import { toBoard } from '../model/camera.ts';
import type { PointerInput } from '../model/tools/gesture.ts';
import type { BoardController } from './board-controller.ts';
import { commandOf } from './keyboard.ts';

export interface InputOptions {
  /** True for the wall: it takes no pointer and no key. */
  readonly follow: boolean;
  singleKeys(): boolean;
}

const LINE_PX = 32;

/** Listens until the returned function is called. */
export function listenToBoard(root: HTMLElement, board: BoardController, options: InputOptions): () => void {
  if (options.follow) return () => undefined;
  const leaving = new AbortController();
  const { signal } = leaving;
  let pushing = false;

  const at = (event: MouseEvent): ScreenPoint => {
    const box = root.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const input = (event: PointerEvent): PointerInput => ({
    id: event.pointerId,
    at: at(event),
    touch: event.pointerType === 'touch',
    shift: event.shiftKey,
    alt: event.altKey,
    time: event.timeStamp,
  });
  const isText = (event: Event): boolean => event.target instanceof HTMLTextAreaElement;
  const show = (): void => {
    const gesture = board.gesture.get();
    if (gesture === undefined) delete root.dataset['gesture'];
    else root.dataset['gesture'] = gesture;
  };

  root.addEventListener(
    'pointerdown',
    (event) => {
      if (isText(event) || event.button === 2) return;
      // Taking the focus closes an open text field; it stays open when letters would be lost.
      event.preventDefault();
      root.focus({ preventScroll: true });
      root.setPointerCapture(event.pointerId);
      board.pointer.down(input(event), pushing || event.button === 1);
    },
    { signal },
  );
  root.addEventListener(
    'pointermove',
    (event) => {
      if (isText(event)) return;
      board.pointer.move(input(event));
      if (event.pointerType !== 'touch') board.presence.point(toBoard(board.rig.camera.get(), at(event)));
    },
    { signal },
  );
  root.addEventListener('pointerup', (event) => board.pointer.up(input(event)), { signal });
  // A tap is over with the pointer. The click that browsers send after it would go to what lies under the finger by then:
  // the toolbar that came with the tap.
  root.addEventListener(
    'touchend',
    (event) => {
      if (!isText(event) && event.cancelable) event.preventDefault();
    },
    { signal, passive: false },
  );
  root.addEventListener('pointercancel', () => void board.pointer.cancel(), { signal });
  root.addEventListener('pointerleave', () => board.presence.point(undefined), { signal });
  root.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX;
      const sideways = event.shiftKey && event.deltaX === 0;
      const dx = (sideways ? event.deltaY : event.deltaX) * unit;
      const dy = sideways ? 0 : event.deltaY * unit;
      board.wheel(at(event), dx, dy, event.ctrlKey || event.metaKey);
    },
    { signal, passive: false },
  );
  root.addEventListener(
    'keydown',
    (event) => {
      if (isText(event)) return;
      if (event.key === ' ') {
        pushing = true;
        event.preventDefault();
        return;
      }
      const command = commandOf(event, options.singleKeys());
      if (command === undefined) return;
      // Escape belongs to the gesture first: it puts the note back.
      const done = (command.does === 'leave' && board.pointer.cancel()) || board.keys.obey(command);
      if (done) event.preventDefault();
    },
    { signal },
  );
  root.addEventListener(
    'keyup',
    (event) => {
      if (event.key === ' ') pushing = false;
    },
    { signal },
  );
  root.addEventListener(
    'blur',
    () => {
      pushing = false;
    },
    { signal },
  );
  root.addEventListener(
    'contextmenu',
    (event) => {
      if (isText(event)) return;
      event.preventDefault();
      // The keyboard has its own place for the menu, and a finger that rests is a gesture.
      if (event instanceof PointerEvent && event.pointerType === 'touch') return;
      if (event.button !== 2 && !event.ctrlKey) return;
      board.pointer.cancel();
      board.hands.menuAt(at(event), false);
    },
    { signal },
  );
  root.addEventListener(
    'paste',
    (event) => {
      if (isText(event)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      board.keys.paste(text);
    },
    { signal },
  );
  const showTool = (): void => {
    root.dataset['tool'] = board.state.tool.get();
  };
  const unwatch = [board.gesture.subscribe(show), board.state.tool.subscribe(showTool)];
  showTool();
  return () => {
    leaving.abort();
    for (const stop of unwatch) stop();
  };
}
