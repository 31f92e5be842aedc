/** The bin in groups, so that a mass removal is seen at once: by who removed and when, or by who wrote. */
import type { ParticipantId } from '@ruimte/shared/ids';
import type { BinEntry } from '@ruimte/shared/protocol/api';

/** Removed notes that belong together, the newest removal first. */
export interface BinGroup {
  /** Stays the same while the group grows and shrinks; no two groups share it. */
  readonly key: string;
  /** Who removed them, or who wrote them; empty when nobody knows. */
  readonly person: ParticipantId | '';
  readonly entries: readonly BinEntry[];
  /** First and last removal in the group, server time, milliseconds. */
  readonly from: number;
  readonly until: number;
  /** How many notes of this person there are in all their groups. */
  readonly ofPerson: number;
  /** The newest group of this person. */
  readonly newest: boolean;
}

/** What one person removes without a longer pause than this is one removal, milliseconds. */
const PAUSE_MS = 60_000;

/** Per person and moment of removing; the newest group first. */
export function groupByRemover(entries: readonly BinEntry[]): readonly BinGroup[] {
  return group(entries, (entry) => entry.removedBy ?? '', PAUSE_MS);
}

/** Per author, whenever it was removed; who lost something last comes first. */
export function groupByAuthor(entries: readonly BinEntry[]): readonly BinGroup[] {
  return group(entries, ({ note }) => note.author, Number.POSITIVE_INFINITY);
}

/** True when somebody removed what somebody else wrote: then the two ways of grouping differ. */
export function hasNotesOfOthers(entries: readonly BinEntry[]): boolean {
  return entries.some(({ note, removedBy }) => note.author !== (removedBy ?? ''));
}

interface Pile {
  readonly person: ParticipantId | '';
  readonly entries: BinEntry[];
}

function group(
  entries: readonly BinEntry[],
  personOf: (entry: BinEntry) => ParticipantId | '',
  pauseMs: number,
): readonly BinGroup[] {
  const piles: Pile[] = [];
  const ofPerson = new Map<ParticipantId | '', Pile[]>();
  for (const entry of [...entries].sort((a, b) => b.removedAt - a.removedAt)) {
    const person = personOf(entry);
    const theirs = ofPerson.get(person) ?? [];
    ofPerson.set(person, theirs);
    const last = theirs.at(-1);
    if (last !== undefined && from(last) - entry.removedAt <= pauseMs) last.entries.push(entry);
    else {
      const pile = { person, entries: [entry] };
      piles.push(pile);
      theirs.push(pile);
    }
  }
  return piles.map((pile) => {
    const theirs = ofPerson.get(pile.person) ?? [];
    const index = theirs.indexOf(pile);
    return {
      ...pile,
      // Counted from the oldest: newer groups, and notes that go back one by one, leave it as it is.
      key: `${pile.person} ${theirs.length - index}`,
      from: from(pile),
      until: pile.entries[0]?.removedAt ?? 0,
      ofPerson: theirs.reduce((sum, each) => sum + each.entries.length, 0),
      newest: index === 0,
    };
  });
}

/** When the first of a pile was removed. */
function from({ entries }: Pile): number {
  return entries.at(-1)?.removedAt ?? 0;
}
