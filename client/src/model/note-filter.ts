/** Looking for notes: by words and by community. The same search holds for the list and for the canvas. */
import type { CommunityId, NoteId } from '@ruimte/shared/ids';
import { type Board, communityOf } from '@ruimte/shared/projection/board';
import type { Note } from '@ruimte/shared/schema/note';
import { fold, wordsOf } from './fold.ts';
import { readingOrder } from './list-order.ts';
import type { MeetupModel } from './meetup-model.ts';
import { createWritable, type Readable, type Writable } from './readable.ts';

export interface NoteFilter {
  /** As it was typed. */
  readonly query: Writable<string>;
  /** Only notes of this community, those of communities merged into it included. */
  readonly community: Writable<CommunityId | undefined>;
  /** The notes that match, in no order; undefined while nothing is asked, then all notes are meant. */
  readonly matches: Readable<ReadonlySet<NoteId> | undefined>;
  /**
   * The match after or before a note in the order of the list, around the end.
   * @param from - undefined begins at the start, or at the end when going back. It need not match itself.
   * @returns undefined when nothing matches or nothing is asked.
   */
  next(from: NoteId | undefined, step: 1 | -1): NoteId | undefined;
}

type Searched = Pick<MeetupModel, 'board' | 'roster'>;

/**
 * A search that asks nothing yet. Capitals and accents are the same; every word must occur in the text, the name of
 * the author, of the community or of the group.
 */
export function createNoteFilter({ board, roster }: Searched): NoteFilter {
  const query = createWritable('');
  const community = createWritable<CommunityId | undefined>(undefined);
  /** Folding is most of the work, and a note is a new object when it changes. */
  const folded = new WeakMap<Note, string>();
  let matches: ReadonlySet<NoteId> | undefined;
  let askedOf: readonly unknown[] = [];

  function textOf(note: Note): string {
    const known = folded.get(note);
    if (known !== undefined) return known;
    const text = fold(note.text);
    folded.set(note, text);
    return text;
  }

  function find(now: Board, words: readonly string[], only: CommunityId | undefined): ReadonlySet<NoteId> {
    const people = roster.get();
    const groups = new Map(now.groups.map(({ id, name }) => [id, fold(name)]));
    const names = new Map<string, string>();
    const nameOf = (key: string, name: string): string => {
      const known = names.get(key) ?? fold(name);
      names.set(key, known);
      return known;
    };
    const found = new Set<NoteId>();
    for (const note of now.notes.values()) {
      const from = communityOf(now.communities, note.community);
      if (only !== undefined && from?.id !== only) continue;
      const rest = [
        nameOf(note.author, people.get(note.author)?.name ?? ''),
        nameOf(note.community, from?.name ?? ''),
        (note.group === undefined ? undefined : groups.get(note.group)) ?? '',
      ];
      const holds = (word: string): boolean =>
        textOf(note).includes(word) || rest.some((name) => name.includes(word));
      if (words.every(holds)) found.add(note.id);
    }
    return found;
  }

  function get(): ReadonlySet<NoteId> | undefined {
    const words = wordsOf(query.get());
    const only = community.get();
    if (words.length === 0 && only === undefined) {
      askedOf = [];
      matches = undefined;
      return undefined;
    }
    const asked = [words.join(' '), only, board.get(), roster.get()];
    if (asked.length === askedOf.length && asked.every((each, index) => each === askedOf[index]))
      return matches;
    askedOf = asked;
    const found = find(board.get(), words, only);
    // The same set stays the same object, so that whoever shows it has nothing to do.
    if (matches === undefined || matches.size !== found.size || ![...found].every((id) => matches?.has(id)))
      matches = found;
    return matches;
  }

  function subscribe(changed: () => void): () => void {
    let shown = get();
    const look = (): void => {
      const now = get();
      if (now === shown) return;
      shown = now;
      changed();
    };
    const stops = [query, community, board, roster].map((source) => source.subscribe(look));
    return () => {
      for (const stop of stops) stop();
    };
  }

  return {
    query,
    community,
    matches: { get, subscribe },
    next: (from, step) => {
      const found = get();
      if (found === undefined || found.size === 0) return undefined;
      const order = readingOrder(board.get());
      const start = from === undefined ? -1 : order.indexOf(from);
      const at = start === -1 && step === -1 ? order.length : start;
      for (let walked = 1; walked <= order.length; walked += 1) {
        const id = order[(at + step * walked + order.length * 2) % order.length];
        if (id !== undefined && found.has(id)) return id;
      }
      return undefined;
    },
  };
}
