/** A note in the list: everything the board knows of it in words, and when it is opened what can be done with it. */
import type { Community } from '@ruimte/shared/schema/community';
import type { NoteId } from '@ruimte/shared/ids';
import { memo } from 'react';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import type { ListNote } from '../model/list-order.ts';
import { Badge } from '../ui/Stamp.tsx';
import type { Opened, RowHandlers } from './row-handlers.ts';

const RowActions = lazyPart(() => import('./RowActions.tsx').then((part) => part.RowActions));
// There before a note is opened: whoever presses Enter types on at once, also without a line.
RowActions.preload();

interface OutlineNoteProps {
  readonly note: ListNote;
  /** From 1, of so many in its list. */
  readonly position: number;
  readonly of: number;
  /** Empty when nobody knows. */
  readonly author: string;
  readonly community: Community | undefined;
  /** The name of its group; undefined for a loose note. */
  readonly group: string | undefined;
  /** The group stands above it already. */
  readonly groupAbove: boolean;
  readonly links: readonly NoteId[];
  /** The one note of the list that Tab reaches. */
  readonly current: boolean;
  readonly opened: Opened | undefined;
  /** Defined while notes are chosen. */
  readonly picked: boolean | undefined;
  readonly unsent: boolean;
  /** What rounds say of it. */
  readonly words: string | undefined;
  readonly on: RowHandlers;
}

/** Drawn again only when it changes itself: a board can hold thousands. */
export const OutlineNote = memo(function OutlineNote(props: OutlineNoteProps) {
  const { note, position, of, author, community, group, links, current, opened, picked, unsent, on } = props;
  const text = useText(outlineTexts);
  const open = opened !== undefined;
  return (
    <li
      className="outline-note"
      aria-posinset={position}
      aria-setsize={of}
      data-open={open || undefined}
      data-current={current || undefined}
      data-picked={picked}
    >
      <button
        type="button"
        className="outline-note-row"
        data-outline-note={note.id}
        tabIndex={current ? 0 : -1}
        aria-expanded={picked === undefined ? open : undefined}
        aria-pressed={picked}
        onClick={() => on.press(note.id)}
      >
        {community === undefined ? <i className="outline-no-badge" /> : <Badge number={community.number} />}
        <span className="outline-words" dir="auto">
          {note.text}
        </span>
        <span className="outline-by">
          {/* A name from right to left must not turn name and community around. */}
          <bdi dir="ltr">{[author, community?.name].filter(Boolean).join(', ')}</bdi>
          {note.late === true && <span className="outline-mark">{text.late}</span>}
          {unsent && <span className="outline-mark">{text.unsent}</span>}
        </span>
        <span className="outline-ties">
          {group !== undefined && (
            <span className={props.groupAbove ? 'visually-hidden' : undefined}>
              {text.group} <em>{group === '' ? text.unnamed : group}</em>
            </span>
          )}
          {links.length > 0 && <span>{text.links(links.length)}</span>}
        </span>
        {props.words !== undefined && <span className="outline-marks">{props.words}</span>}
      </button>
      {opened !== undefined && <RowActions note={note} editing={opened.editing} links={links} on={on} />}
    </li>
  );
});
