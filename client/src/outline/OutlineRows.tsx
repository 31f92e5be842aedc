/** A list of notes: the loose ones of a space, or those of a group. What each row is given is worked out here. */
import type { CommunityId, NoteId, ParticipantId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import type { Community } from '@ruimte/shared/schema/community';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import type { ListNote } from '../model/list-order.ts';
import type { ListBoard } from '../model/list-view.ts';
import { chunkOf, ROW_PX, type RowRun } from './list-chunks.ts';
import { rowOf } from './list-place.ts';
import { OutlineNote } from './OutlineNote.tsx';
import type { Opened, RowHandlers } from './row-handlers.ts';
import type { ListFilling } from './use-list-filling.ts';
import { useRowsInView } from './use-rows-in-view.ts';

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
  /** How many of the rows are in the page. */
  readonly filling: ListFilling;
  /** What rounds say of a note: its dots, its place on a scale. */
  readonly words: ReadonlyMap<NoteId, string>;
  /** Rounds lay more on the board than notes. */
  readonly hasRoundParts: boolean;
  readonly on: RowHandlers;
}

/** Where one is in a space: undefined in every other, so that those are not drawn again. */
export interface ListPosition {
  readonly current: NoteId | undefined;
  readonly opened: Opened | undefined;
  /** A note the focus is going to. */
  readonly wanted: NoteId | undefined;
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
export function OutlineRows(props: OutlineRowsProps) {
  const { notes, labelledBy, group, parts, current, opened, wanted } = props;
  const { matches, links, people, communities, waiting, picked, filling, words, on } = parts;
  const shown = matches === undefined ? notes : notes.filter(({ id }) => matches.has(id));
  const list = useRef<HTMLUListElement>(null);
  const needed = [current, opened?.note, wanted].map((id) =>
    id === undefined ? -1 : shown.findIndex((note) => note.id === id),
  );
  const { runs, ask } = useRowsInView(list, shown.length, needed, filling);
  if (shown.length === 0) return null;
  function row(note: ListNote, index: number) {
    return (
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
        words={words.get(note.id)}
        on={on}
      />
    );
  }
  function goInto({ from }: RowRun): void {
    flushSync(() => ask(from));
    const first = shown[from];
    if (first !== undefined) rowOf(first.id)?.focus();
  }
  return (
    <ul ref={list} aria-labelledby={labelledBy}>
      {runs.map((run) => {
        if (run.shown) return shown.slice(run.from, run.to).map((note, at) => row(note, run.from + at));
        if (!filling.windowed || filling.chunks === 0) return null;
        return <RowGap key={run.from} run={run} onGo={() => goInto(run)} />;
      })}
    </ul>
  );
}

interface RowGapProps {
  readonly run: RowRun;
  readonly onGo: () => void;
}

/** Rows that are not in the page yet: they come when they are scrolled to, and here is how to ask for them. */
function RowGap({ run, onGo }: RowGapProps) {
  const text = useText(outlineTexts);
  return (
    <li
      className="outline-gap"
      data-chunk={chunkOf(run.from)}
      style={{ blockSize: (run.to - run.from) * ROW_PX }}
    >
      <button type="button" tabIndex={-1} onClick={onGo}>
        {text.more(run.from + 1, run.to)}
      </button>
    </li>
  );
}
