/** The keys of the list as data. Keys for what is done with notes (M, G, K, C) are those of the page. */
import type { KeyPress } from '../model/key-press.ts';

/** Where in the list the focus is: on a note, on the name of a space, on another control, or in a field. */
export type ListPlace = 'note' | 'heading' | 'control' | 'field';

export type ListCommand =
  | { readonly does: 'walk' | 'zone' | 'end'; readonly step: 1 | -1 }
  | { readonly does: 'zoneNumber'; readonly number: number }
  | { readonly does: 'enter' | 'remove' | 'close' | 'add' };

const ON_NOTES: Readonly<Record<string, ListCommand>> = {
  ArrowDown: { does: 'walk', step: 1 },
  ArrowUp: { does: 'walk', step: -1 },
  Home: { does: 'end', step: -1 },
  End: { does: 'end', step: 1 },
};
const ZONES: Readonly<Record<string, ListCommand>> = {
  PageDown: { does: 'zone', step: 1 },
  PageUp: { does: 'zone', step: -1 },
};
const WITH_ALT: Readonly<Record<string, ListCommand>> = {
  ArrowDown: { does: 'zone', step: 1 },
  ArrowUp: { does: 'zone', step: -1 },
};

/**
 * What a key means in the list; undefined for keys that are not ours.
 * @param singleKeys - false when keys of one character are switched off.
 */
export function listCommandOf(
  press: KeyPress,
  place: ListPlace,
  singleKeys: boolean,
): ListCommand | undefined {
  const { key } = press;
  if (press.ctrlKey || press.metaKey || press.shiftKey || place === 'field') return undefined;
  if (press.altKey) return WITH_ALT[key];
  if (key === 'Escape') return { does: 'close' };
  if (ZONES[key] !== undefined) return ZONES[key];
  if (place === 'control') return undefined;
  if (ON_NOTES[key] !== undefined) return ON_NOTES[key];
  if (place === 'note' && key === 'Enter') return { does: 'enter' };
  if (place === 'note' && key === 'Delete') return { does: 'remove' };
  if (!singleKeys) return undefined;
  if (/^[1-9]$/.test(key)) return { does: 'zoneNumber', number: Number(key) };
  return key.toLowerCase() === 'n' ? { does: 'add' } : undefined;
}
