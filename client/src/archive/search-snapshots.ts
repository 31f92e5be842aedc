/** Searching the archive by what stands on the cards. */
import type { Locale } from '@ruimte/shared/content/format';
import type { SnapshotSummary } from '@ruimte/shared/protocol/api';
import { fold, wordsOf } from '../model/fold.ts';

/** Snapshots whose title, format or communities have every word, the newest first. */
export function searchSnapshots<
  T extends Pick<SnapshotSummary, 'title' | 'format' | 'communities' | 'date' | 'takenAt'>,
>(snapshots: readonly T[], words: string, locale: Locale): readonly T[] {
  const wanted = wordsOf(words);
  return snapshots
    .filter((snapshot) => {
      const names = snapshot.communities.map((each) => each.name);
      const all = fold([snapshot.title, snapshot.format[locale], snapshot.date, ...names].join(' '));
      return wanted.every((word) => all.includes(word));
    })
    .sort((a, b) => b.date.localeCompare(a.date) || b.takenAt - a.takenAt);
}
