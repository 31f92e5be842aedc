/** One own note in the list, with what can be done with it. */
import { RuimteError } from '@ruimte/shared/errors';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { styleOf } from '@ruimte/shared/schema/community-style';
import { useCallback, useEffect, useRef, useState } from 'react';
import { phonePartsTexts } from '../i18n/phone-parts.ts';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useMeetup } from '../meetup/context.ts';
import type { TypedNote } from '../model/meetup-model.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Stamp } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { EditNote } from './EditNote.tsx';
import { MoreIcon } from './Icons.tsx';
import type { OwnNote } from './own-notes.ts';
import { HiddenIcon } from './RoundIcons.tsx';
import { firstWords } from './spaces.ts';
import { useSpaces } from './use-spaces.ts';
import { useMe } from './WriteCard.tsx';

const MoveNote = lazyPart(() => import('./MoveNote.tsx').then((part) => part.MoveNote));

interface OwnNoteItemProps {
  readonly note: OwnNote;
  readonly onRemove: () => void;
  /** @param at - only where the place means something. */
  readonly onMove: (id: NoteId, zone: ZoneId, at: TypedNote['at']) => void;
}

/** Closed, with its buttons open, being edited, or on its way to another space. */
type Mode = 'closed' | 'menu' | 'edit' | 'move';

export function OwnNoteItem({ note, onRemove, onMove }: OwnNoteItemProps) {
  const model = useMeetup();
  const text = useText(phonePartsTexts).mine;
  const { onlyYou } = useText(phoneRoundTexts).desk;
  const { community } = useMe();
  const sentence = useErrorSentence();
  useReadable(model.stage);
  const noWriting = model.noWritingFor(note.id);
  const space = useSpaces().find(({ id }) => id === note.zone);
  // Words that were being changed when the page went away come back with their field.
  const [mode, setMode] = useState<Mode>(() => (model.drafts.get(note.id) === undefined ? 'closed' : 'edit'));
  const [opened, setOpened] = useState(false);
  const more = useRef<HTMLSpanElement>(null);
  const changeable = noWriting === undefined && note.onBoard;
  const reason = note.reason === undefined ? undefined : sentence(new RuimteError(note.reason, note.reason));

  const fold = useCallback(() => setMode('closed'), []);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The button is back only once the field has gone.
    if (mode === 'closed' && wasOpen.current) more.current?.querySelector('button')?.focus();
    wasOpen.current = mode !== 'closed';
  }, [mode]);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // What opened may lie behind the bar at the foot of the page.
    if (mode === 'menu' || mode === 'move') item.current?.scrollIntoView({ block: 'nearest' });
  }, [mode]);
  const hasMenu = mode === 'menu' || mode === 'move';
  useEffect(() => {
    if (!hasMenu) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') fold();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [hasMenu, fold]);
  return (
    <li
      ref={item}
      id={`own-${note.id}`}
      className="own-note"
      data-community={community === undefined ? 0 : styleOf(community.number)}
      data-state={note.state}
    >
      <div className="own-note-row">
        {community === undefined ? <span /> : <Stamp number={community.number} size={16} />}
        <div className="own-note-body">
          {mode === 'edit' ? (
            <EditNote id={note.id} zone={note.zone} text={note.text} focus={opened} onDone={fold} />
          ) : (
            <p dir="auto" className="own-note-words">
              {note.text}
            </p>
          )}
          <p className="own-note-state">
            {note.onDesk && <HiddenIcon size={16} />}
            {[space?.title, note.onDesk && onlyYou, text.states[note.state]].filter(Boolean).join(', ')}
            {reason !== undefined && `. ${reason}`}
          </p>
        </div>
        <span ref={more}>
          {changeable && mode !== 'edit' && (
            <IconButton
              label={text.more(firstWords(note.text))}
              aria-expanded={mode !== 'closed'}
              onClick={() => setMode(mode === 'closed' ? 'menu' : 'closed')}
            >
              <MoreIcon />
            </IconButton>
          )}
        </span>
      </div>
      {changeable && mode === 'menu' && (
        <div className="own-note-menu">
          <Button
            onClick={() => {
              setOpened(true);
              setMode('edit');
            }}
          >
            {text.edit}
          </Button>
          <Button onClick={() => setMode('move')}>{text.move}</Button>
          <Button onClick={onRemove}>{text.remove}</Button>
        </div>
      )}
      {changeable && mode === 'move' && (
        <MoveNote
          note={note}
          onMove={(zone, at) => {
            onMove(note.id, zone, at);
            fold();
          }}
        />
      )}
    </li>
  );
}
