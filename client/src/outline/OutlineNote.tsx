/** A note in the list, and what can be done with it. */
import type { CommunityId, NoteId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import type { Community } from '@ruimte/shared/schema/community';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { memo, useEffect, useRef, useState } from 'react';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { EditNote } from './EditNote.tsx';
import { MoveMenu } from './MoveMenu.tsx';
import { useRemoveNote } from './use-remove-note.ts';

interface OutlineNoteProps {
  readonly note: Note;
  readonly zones: readonly Zone[];
  readonly communities: ReadonlyMap<CommunityId, Community>;
  /** Name of the author; empty when nobody knows. */
  readonly author: string;
  readonly open: boolean;
  readonly onOpen: (id: NoteId | undefined) => void;
  /** The menu of spaces is open. */
  readonly moving: boolean;
  readonly onMove: (id: NoteId | undefined) => void;
  readonly onMoved: (id: NoteId) => void;
  readonly focused: boolean;
  readonly onFocus: (id: NoteId) => void;
  readonly unsent: boolean;
}

/** Drawn again only when it changes itself: a board can hold thousands. */
export const OutlineNote = memo(function OutlineNote(props: OutlineNoteProps) {
  const { note, zones, communities, author, open, onOpen, focused, onFocus, unsent } = props;
  const { moving, onMove, onMoved } = props;
  const model = useMeetup();
  const text = useText(outlineTexts);
  const remove = useRemoveNote();
  const noWriting = useReadable(model.noWriting);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (focused) row.current?.scrollIntoView({ block: 'nearest' });
  }, [focused]);
  const community = communityOf(communities, note.community);
  return (
    <li ref={row} className="outline-note" data-open={open || undefined} data-focused={focused || undefined}>
      <button
        type="button"
        className="outline-note-row"
        data-outline-note={note.id}
        aria-expanded={open}
        onClick={() => onOpen(open ? undefined : note.id)}
        onFocus={() => onFocus(note.id)}
        onKeyDown={(event) => {
          if (event.key !== 'Delete' || noWriting !== undefined || !model.mayEdit(note)) return;
          event.preventDefault();
          remove(note);
        }}
      >
        {community === undefined ? <i className="outline-no-badge" /> : <Badge number={community.number} />}
        <span className="outline-words" dir="auto">
          {note.text}
        </span>
        <span className="outline-by">
          {/* A name from right to left must not turn name and community around. */}
          <bdi dir="ltr">{text.by(author, community?.name ?? '')}</bdi>
          {note.late === true && <span className="outline-mark">{text.late}</span>}
          {unsent && <span className="outline-mark">{text.unsent}</span>}
        </span>
      </button>
      {moving && noWriting === undefined && (
        <MoveMenu
          note={note}
          zones={zones}
          onDone={(place) => {
            onMove(undefined);
            onOpen(undefined);
            if (place === 'list') onMoved(note.id);
          }}
        />
      )}
      {open && !moving && <NoteActions note={note} onMove={() => onMove(note.id)} />}
    </li>
  );
});

interface NoteActionsProps {
  readonly note: Note;
  readonly onMove: () => void;
}

function NoteActions({ note, onMove }: NoteActionsProps) {
  const model = useMeetup();
  const text = useText(outlineTexts);
  const remove = useRemoveNote();
  const noWriting = useReadable(model.noWriting);
  const [editing, setEditing] = useState(model.mayEdit(note) && model.drafts.get(note.id) !== undefined);
  if (editing) return <EditNote note={note} onDone={() => setEditing(false)} />;
  if (noWriting !== undefined) return null;
  return (
    <div className="outline-actions">
      {model.mayEdit(note) && (
        <Button size="small" onClick={() => setEditing(true)}>
          {text.edit}
        </Button>
      )}
      <Button size="small" aria-haspopup="true" onClick={onMove}>
        {text.move}
      </Button>
      {model.mayEdit(note) && (
        <Button size="small" onClick={() => remove(note)}>
          {text.remove}
        </Button>
      )}
    </div>
  );
}
