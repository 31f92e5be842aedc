/** A note in the list, and what can be done with it. */
import type { CommunityId, NoteId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import type { Community } from '@ruimte/shared/schema/community';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { memo, useEffect, useRef, useState } from 'react';
import { outlineTexts } from '../i18n/outline.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { EditNote } from './EditNote.tsx';
import { useRemoveNote } from './use-remove-note.ts';

interface OutlineNoteProps {
  readonly note: Note;
  readonly zones: readonly Zone[];
  readonly communities: ReadonlyMap<CommunityId, Community>;
  /** Name of the author; empty when nobody knows. */
  readonly author: string;
  readonly open: boolean;
  readonly onOpen: (id: NoteId | undefined) => void;
  readonly focused: boolean;
  readonly onFocus: ((id: NoteId) => void) | undefined;
  readonly unsent: boolean;
}

/** Drawn again only when it changes itself: a board can hold thousands. */
export const OutlineNote = memo(function OutlineNote(props: OutlineNoteProps) {
  const { note, zones, communities, author, open, onOpen, focused, onFocus, unsent } = props;
  const text = useText(outlineTexts);
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
        onFocus={() => onFocus?.(note.id)}
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
      {open && <NoteActions note={note} zones={zones} onDone={() => onOpen(undefined)} />}
    </li>
  );
});

interface NoteActionsProps {
  readonly note: Note;
  readonly zones: readonly Zone[];
  readonly onDone: () => void;
}

function NoteActions({ note, zones, onDone }: NoteActionsProps) {
  const model = useMeetup();
  const text = useText(outlineTexts);
  const say = useLocalized();
  const announce = useAnnounce();
  const remove = useRemoveNote();
  const noWriting = useReadable(model.noWriting);
  const [doing, setDoing] = useState<'edit' | 'move' | undefined>(
    model.mayEdit(note) && model.drafts.get(note.id) !== undefined ? 'edit' : undefined,
  );
  if (noWriting !== undefined && doing !== 'edit') return null;
  if (doing === 'edit') return <EditNote note={note} onDone={() => setDoing(undefined)} />;
  function moveTo(zone: Zone): void {
    model.actions.sendToZone(note.id, zone.id);
    announce(text.moved(say(zone.title)));
    onDone();
  }
  if (doing === 'move') {
    return (
      <div className="outline-actions" role="group" aria-label={text.moveTo}>
        {zones
          .filter(({ id }) => id !== note.zone)
          .map((zone) => (
            <Button key={zone.id} size="small" onClick={() => moveTo(zone)}>
              {say(zone.title)}
            </Button>
          ))}
      </div>
    );
  }
  return (
    <div className="outline-actions">
      {model.mayEdit(note) && (
        <Button size="small" onClick={() => setDoing('edit')}>
          {text.edit}
        </Button>
      )}
      <Button size="small" aria-haspopup="true" onClick={() => setDoing('move')}>
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
