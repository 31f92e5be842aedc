/** A list of notes: the loose ones of a space, or those of a group. What each row is given is worked out here. */
import type { CommunityId, NoteId, ParticipantId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import type { Community } from '@ruimte/shared/schema/community';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import type { ListNote } from '../model/list-order.ts';
import type { ListBoard } from '../model/list-view.ts';
import { OutlineNote } from './OutlineNote.tsx';
import type { Opened, RowHandlers } from './row-handlers.ts';

/** What all rows of the list share. Every part stays the same object until something in it changes. */
export interface ListParts {
  /** Only these are shown; undefined shows everything. */
  readonly matches: ReadonlySet<NoteId> | undefined;
  readonly links: ListBoard['links'];
  readonly people: ReadonlyMap<ParticipantId, RosterEntry>;
  readonly communities: ReadonlyMap<CommunityId, Community>;
  /** Own notes that are not yet durable. */
  readonly waiting: ReadonlySet<NoteId>;
  /** Defined while notes are chosen: those that are chosen already. */
  readonly picked: ReadonlySet<NoteId> | undefined;
  readonly on: RowHandlers;
}

/** Where one is in a space: undefined in every other, so that those are not drawn again. */
export interface ListPosition {
  readonly current: NoteId | undefined;
  readonly opened: Opened | undefined;
}

interface OutlineRowsProps extends ListPosition {
  readonly notes: readonly ListNote[];
  readonly labelledBy: string;
  /** The name of the group these notes are in. */
  readonly group?: string;
  readonly parts: ListParts;
}

const NO_LINKS: readonly NoteId[] = [];

/** Nothing when none of the notes is shown. */
export function OutlineRows({ notes, labelledBy, group, parts, current, opened }: OutlineRowsProps) {
  const { matches, links, people, communities, waiting, picked, on } = parts;
  const shown = matches === undefined ? notes : notes.filter(({ id }) => matches.has(id));
  if (shown.length === 0) return null;
  return (
    <ul aria-labelledby={labelledBy}>
      {shown.map((note, index) => (
        <OutlineNote
          key={note.id}
          note={note}
          position={index + 1}
          of={shown.length}
          author={people.get(note.author)?.name ?? ''}
          community={communityOf(communities, note.community)}
          group={group}
          groupAbove={matches === undefined}
          links={links.get(note.id) ?? NO_LINKS}
          current={note.id === current}
          opened={opened?.note === note.id ? opened : undefined}
          picked={picked?.has(note.id)}
          unsent={waiting.has(note.id)}
          on={on}
        />
      ))}
    </ul>
  );
}
