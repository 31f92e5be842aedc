/** The menu at a note or in a space: right click, long press, or the menu key. Each of its lines has another way too. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { arrangingTexts } from '../i18n/arranging.ts';
import { useText } from '../i18n/use-text.ts';
import type { NoteCommand } from './note-commands.ts';

interface NoteMenuProps {
  readonly commands: readonly NoteCommand[];
  /** Css pixels from the corner of the place it lies in. */
  readonly at: { readonly x: number; readonly y: number };
  /** @param back - whether the focus goes back to where it was: not when a command has taken it. */
  readonly onClose: (back: boolean) => void;
}

const EDGE_PX = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function itemsOf(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

/** Takes the focus; arrows walk, Enter does, Escape, Tab and a press elsewhere close. */
export function NoteMenu({ commands, at, onClose }: NoteMenuProps) {
  const text = useText(arrangingTexts);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    const place = element?.offsetParent;
    if (!element || !place) return;
    const most = { x: place.clientWidth - element.offsetWidth, y: place.clientHeight - element.offsetHeight };
    element.style.left = `${Math.max(EDGE_PX, Math.min(at.x, most.x - EDGE_PX))}px`;
    element.style.top = `${Math.max(EDGE_PX, Math.min(at.y, most.y - EDGE_PX))}px`;
    itemsOf(element)[0]?.focus({ preventScroll: true });
  }, [at]);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    function onPress(event: PointerEvent): void {
      if (event.target instanceof Node && menu.current?.contains(event.target) === true) return;
      close.current(false);
    }
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, []);

  function onKeyDown(event: React.KeyboardEvent): void {
    const all = itemsOf(menu.current);
    const now = all.indexOf(document.activeElement as HTMLElement);
    const step = STEPS[event.key];
    if (step !== undefined) all[(now + step + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is always on one of its lines
    <div ref={menu} className="note-menu" role="menu" aria-label={text.menu} onKeyDown={onKeyDown}>
      {commands.map(({ name, label, key, why, run }) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={why !== undefined || undefined}
          onClick={() => {
            if (why !== undefined) return;
            onClose(true);
            run();
          }}
        >
          <span>
            {label}
            {why !== undefined && <small>{why}</small>}
          </span>
          {key !== undefined && <kbd aria-hidden="true">{key}</kbd>}
        </button>
      ))}
    </div>
  );
}
