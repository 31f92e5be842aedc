/** What each note shows: its words from the board, its paper from the community, its author from the roster. */
import type { NoteId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import type { NotePicture } from '@ruimte/shared/drawing/draw-note';
import { codeOf, styleOf } from '@ruimte/shared/schema/community';
import type { Note } from '@ruimte/shared/schema/note';
import type { MeetupModel } from '../model/meetup-model.ts';

export interface NotePictures {
  /** The picture of a note at a place on the board; the same object as long as nothing changed. */
  of(note: Note, at: { readonly x: number; readonly y: number }): NotePicture;
  /** Names, communities or what is unsent changed: every picture is looked up again when it is next drawn. */
  refresh(): void;
  forget(id: NoteId): void;
}

type Remembered = { readonly note: Note; readonly version: number; readonly picture: NotePicture };

/**
 * Pictures of the notes of a meet-up.
 * @param unsentLabel - stands where the author would for what is not sent.
 * @param dotsOn - how many dots a note shows.
 */
export function createNotePictures(
  model: MeetupModel,
  unsentLabel: () => string,
  dotsOn: (id: NoteId) => number,
): NotePictures {
  const remembered = new Map<NoteId, Remembered>();
  let version = 0;
  let unsent: ReadonlySet<NoteId> | undefined;

  function look(note: Note, x: number, y: number): NotePicture {
    unsent ??= new Set(
      model.unsent
        .get()
        .filter(({ state }) => state !== 'sending')
        .map(({ id }) => id),
    );
    const community = communityOf(model.board.get().communities, note.community);
    const code = community === undefined ? undefined : codeOf(community);
    const waiting = unsent.has(note.id);
    const dots = dotsOn(note.id);
    return {
      x,
      y,
      text: note.text,
      style: community === undefined ? 0 : styleOf(community.number),
      author: waiting ? unsentLabel() : (model.roster.get().get(note.author)?.name ?? ''),
      ...(code === undefined ? {} : { code }),
      ...(dots > 0 ? { dots } : {}),
      ...(note.late === true ? { late: true } : {}),
      ...(waiting ? { unsent: true } : {}),
    };
  }

  return {
    of: (note, { x, y }) => {
      const known = remembered.get(note.id);
      const same = known?.note === note && known.version === version;
      if (same && known.picture.x === x && known.picture.y === y) return known.picture;
      const picture = same ? { ...known.picture, x, y } : look(note, x, y);
      remembered.set(note.id, { note, version, picture });
      return picture;
    },
    refresh: () => {
      version += 1;
      unsent = undefined;
    },
    forget: (id) => remembered.delete(id),
  };
}
