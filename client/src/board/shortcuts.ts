/** The keys of the page around the board, as data; the board and the list have keys of their own. */
import type { KeyPress } from '../model/key-press.ts';

export type Shortcut =
  | 'view'
  | 'panel'
  | 'pause'
  | 'main'
  | 'move'
  | 'copy'
  | 'group'
  | 'link'
  | 'giveDot'
  | 'takeDot'
  | 'search'
  | 'keys'
  | 'fullScreen'
  | 'undo'
  | 'redo';

/** Keys of one letter; `?` comes with Shift on most keyboards. */
const SINGLE: Readonly<Record<string, Shortcut>> = {
  l: 'view',
  m: 'move',
  c: 'copy',
  g: 'group',
  k: 'link',
  s: 'giveDot',
  '/': 'search',
  '?': 'keys',
};
const LEADING: Readonly<Record<string, Shortcut>> = { p: 'panel', f: 'fullScreen' };

/** Where the key was pressed. */
export interface KeyPlace {
  /** In a field, where every letter is text. */
  readonly typing: boolean;
  /** On a button, link or switch, which Space and Enter press. */
  readonly pressable: boolean;
  readonly facilitator: boolean;
  /** False when keys of one character are switched off. */
  readonly singleKeys: boolean;
}

/** What a key means here; undefined for keys that are not ours. */
export function shortcutOf(press: KeyPress, place: KeyPlace): Shortcut | undefined {
  const control = press.ctrlKey || press.metaKey;
  if (place.typing || press.altKey) return undefined;
  if (control) {
    const letter = press.key.toLowerCase();
    if (letter === 'z') return press.shiftKey ? 'redo' : 'undo';
    if (letter === 'y' && !press.shiftKey) return 'redo';
    return press.key === 'Enter' && place.facilitator ? 'main' : undefined;
  }
  if (press.key === ' ') return place.facilitator && !place.pressable ? 'pause' : undefined;
  if (!place.singleKeys) return undefined;
  if (press.shiftKey && press.key === 'S') return 'takeDot';
  if (press.shiftKey && press.key !== '?' && press.key !== '/') return undefined;
  return SINGLE[press.key] ?? (place.facilitator ? LEADING[press.key] : undefined);
}

/** Where an event happened. */
export function placeOf(target: EventTarget | null): Pick<KeyPlace, 'typing' | 'pressable'> {
  if (!(target instanceof Element)) return { typing: false, pressable: false };
  return {
    typing:
      target.closest('textarea, select, [contenteditable], dialog') !== null ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)),
    pressable: target.closest('button, a[href], summary, input, [role="button"], .board-canvas') !== null,
  };
}
