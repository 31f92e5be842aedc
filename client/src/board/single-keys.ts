/** Whether keys of one character work on this device: speech and shaky hands may send them unasked. */
import { createWritable, type Readable } from '../model/readable.ts';
import { findStorage } from '../model/storage.ts';

const KEY = 'ruimte.single-keys';
const storage = findStorage('localStorage');
const on = createWritable(storage.getItem(KEY) !== 'off');

/** On unless somebody switched them off here. */
export const singleKeys: Readable<boolean> = on;

/** Switches them on or off; the choice stays on this device. */
export function setSingleKeys(wanted: boolean): void {
  storage.setItem(KEY, wanted ? 'on' : 'off');
  on.set(wanted);
}
