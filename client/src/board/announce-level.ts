/** How much of what others do is read aloud on this device. */
import type { AnnounceLevel } from '../model/announcing.ts';
import { createWritable, type Readable } from '../model/readable.ts';
import { findStorage } from '../model/storage.ts';

const KEY = 'ruimte.announce';
const LEVELS: readonly string[] = ['off', 'zone', 'all'] satisfies readonly AnnounceLevel[];
const storage = findStorage('localStorage');
const kept = storage.getItem(KEY) ?? '';
const level = createWritable<AnnounceLevel>(LEVELS.includes(kept) ? (kept as AnnounceLevel) : 'all');

/** Everything, unless somebody chose less here. */
export const announceLevel: Readable<AnnounceLevel> = level;

/** The choice stays on this device. */
export function setAnnounceLevel(wanted: AnnounceLevel): void {
  storage.setItem(KEY, wanted);
  level.set(wanted);
}
