/** Laying a new note in a space from the list. */
import { Plus } from 'lucide-react';
import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import type { Zone } from '@ruimte/shared/schema/zone';
import { useState } from 'react';
import { useNoteActions } from '../board/note-actions.ts';
import { connectionTexts } from '../i18n/connection.ts';
import { commonTexts } from '../i18n/common.ts';
import { outlineTexts } from '../i18n/outline.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { linesOf } from '../model/pasted-lines.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { NoteField } from './NoteField.tsx';

interface NewNoteProps {
  readonly zone: Zone;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Part of the way with Tab: the button of the space one is in. */
  readonly reachable: boolean;
}

/** A quiet button; pressed it becomes a field. Half-typed words survive a lock, a reload and the end of the round. */
export function NewNote({ zone, open, onOpen, reachable }: NewNoteProps) {
  const model = useMeetup();
  const text = useText(outlineTexts);
  const say = useLocalized();
  const noWriting = useReadable(model.noWriting);
  if (open) return <NewNoteField zone={zone} onDone={() => onOpen(false)} />;
  if (noWriting !== undefined) return null;
  return (
    <Button
      size="small"
      kind="quiet"
      className="outline-add"
      tabIndex={reachable ? 0 : -1}
      aria-label={text.addTo(say(zone.title))}
      aria-keyshortcuts="N"
      onClick={() => onOpen(true)}
    >
      <Plus size={16} aria-hidden="true" />
      {text.add}
    </Button>
  );
}

function NewNoteField({ zone, onDone }: { readonly zone: Zone; readonly onDone: () => void }) {
  const model = useMeetup();
  const text = useText(outlineTexts);
  const common = useText(commonTexts);
  const reasons = useText(connectionTexts).noWriting;
  const say = useLocalized();
  const announce = useAnnounce();
  const actions = useNoteActions();
  const noWriting = useReadable(model.noWriting);
  const [words, setWords] = useState(() => {
    const draft = model.drafts.get('new');
    return draft?.zone === zone.id ? draft.text : '';
  });
  const [refused, setRefused] = useState<NoWriting | 'tooLong' | 'empty' | undefined>(undefined);

  function change(next: string): void {
    setWords(next);
    setRefused(undefined);
    model.drafts.set('new', { text: next, zone: zone.id });
  }
  function lay(): void {
    const laid = model.actions.addNote({ zone: zone.id, text: words });
    if (!laid.ok) return setRefused(laid.reason);
    model.drafts.clear('new');
    setWords('');
    announce(text.laid(say(zone.title)));
  }
  /** Several lines may become several notes: that is asked. */
  function paste(pasted: string): boolean {
    if (noWriting !== undefined || linesOf(pasted).notes.length < 2) return false;
    actions.paste(zone.id, pasted);
    return true;
  }
  function leave(): void {
    if (words.trim() === '') model.drafts.clear('new');
    onDone();
  }
  // Writing has stopped: words that are there stay in view, an empty field has nothing to keep.
  if (noWriting !== undefined && words.trim() === '') return null;
  let error = noWriting === undefined ? undefined : reasons[noWriting];
  if (refused === 'tooLong') error = text.tooLong;
  else if (refused === 'empty') error = text.nothing;
  return (
    <div className="outline-edit">
      <NoteField
        label={text.addTo(say(zone.title))}
        value={words}
        onChange={change}
        onEnter={lay}
        onEscape={leave}
        onPaste={paste}
        error={error}
      />
      <Button size="small" kind="primary" onClick={lay}>
        {text.lay}
      </Button>
      <Button size="small" kind="quiet" onClick={leave}>
        {common.close}
      </Button>
    </div>
  );
}
