/** The keys of the board as data. What a key does is decided by the board; here is only which key means what. */
import type { KeyPress } from '../model/key-press.ts';
import type { Direction } from '../model/tools/neighbour.ts';

export type KeyCommand =
  | { readonly does: 'zoomIn' | 'zoomOut' | 'fit' | 'selectTool' | 'panTool' }
  | { readonly does: 'add' | 'edit' | 'menu' | 'remove' | 'undo' | 'redo' | 'leave' }
  | { readonly does: 'goToNote' | 'nudge' | 'goToZone' | 'sendToZone'; readonly direction: Direction }
  | { readonly does: 'goToZoneNumber'; readonly number: number }
  | { readonly does: 'goToZoneInOrder'; readonly step: 1 | -1 }
  | { readonly does: 'goToEnd'; readonly end: 'first' | 'last' }
  | { readonly does: 'selectAll' }
  | { readonly does: 'type'; readonly text: string };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const PLAIN: Readonly<Record<string, KeyCommand>> = {
  Enter: { does: 'edit' },
  Delete: { does: 'remove' },
  Backspace: { does: 'remove' },
  Escape: { does: 'leave' },
  ContextMenu: { does: 'menu' },
  Home: { does: 'goToEnd', end: 'first' },
  End: { does: 'goToEnd', end: 'last' },
  PageUp: { does: 'goToZoneInOrder', step: -1 },
  PageDown: { does: 'goToZoneInOrder', step: 1 },
};

const LETTER = /^[\p{L}\p{N}]$/u;

/** Keys of one character: they can be switched off for people whose speech or hand sends them unasked. */
const SINGLE: Readonly<Record<string, KeyCommand>> = {
  '+': { does: 'zoomIn' },
  '=': { does: 'zoomIn' },
  '-': { does: 'zoomOut' },
  '0': { does: 'fit' },
  n: { does: 'add' },
  v: { does: 'selectTool' },
  h: { does: 'panTool' },
};

/**
 * What a key means on the board; undefined for keys that are not ours.
 * @param singleKeys - false when keys of one character are switched off.
 */
export function commandOf(press: KeyPress, singleKeys: boolean): KeyCommand | undefined {
  const { key, shiftKey, altKey } = press;
  const control = press.ctrlKey || press.metaKey;
  if (control) {
    if (altKey) return undefined;
    const letter = key.toLowerCase();
    if (letter === 'a' && !shiftKey) return { does: 'selectAll' };
    if (letter === 'z') return { does: shiftKey ? 'redo' : 'undo' };
    return letter === 'y' && !shiftKey ? { does: 'redo' } : undefined;
  }
  const direction = ARROWS[key];
  if (direction !== undefined) {
    if (altKey) return { does: shiftKey ? 'sendToZone' : 'goToZone', direction };
    return { does: shiftKey ? 'nudge' : 'goToNote', direction };
  }
  if (altKey) return undefined;
  if (key === 'F10' && shiftKey) return { does: 'menu' };
  const plain = PLAIN[key];
  if (plain !== undefined) return plain;
  // Without keys of one character a letter is what it is everywhere: the beginning of a text.
  if (!singleKeys) return LETTER.test(key) ? { does: 'type', text: key } : undefined;
  if (/^[1-9]$/.test(key)) return { does: 'goToZoneNumber', number: Number(key) };
  return SINGLE[key.toLowerCase()];
}
