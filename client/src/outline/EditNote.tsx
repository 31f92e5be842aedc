/** Changing the words of a note in its place in the list. */
import { fitsNote } from '@ruimte/shared/text';
import { useEffect, useState } from 'react';
import { connectionTexts } from '../i18n/connection.ts';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { ListNote } from '../model/list-order.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { NoteField } from './NoteField.tsx';

/** Letters go to the board as they are typed; what cannot go stays in the field and in the drafts. */
export function EditNote({ note, onDone }: { readonly note: ListNote; readonly onDone: () => void }) {
  const model = useMeetup();
  const text = useText(outlineTexts);
  const reasons = useText(connectionTexts).noWriting;
  const noWriting = useReadable(model.noWriting);
  const [words, setWords] = useState(() => model.drafts.get(note.id)?.text ?? note.text);
  const { actions, drafts, setPresence } = model;
  useEffect(() => {
    setPresence({ editing: note.id, zone: note.zone });
    return () => setPresence({ editing: undefined });
  }, [setPresence, note.id, note.zone]);
  const fits = fitsNote(words);

  function change(next: string): void {
    setWords(next);
    drafts.set(note.id, { text: next, zone: note.zone });
    if (noWriting === undefined && fitsNote(next)) actions.typeNote(note.id, next);
  }
  function finish(): void {
    if (!fits || noWriting !== undefined) return;
    // Words that waited in the draft while the board was locked go along too.
    if (words !== note.text) actions.typeNote(note.id, words);
    actions.endTyping(note.id);
    drafts.clear(note.id);
    onDone();
  }
  let error = noWriting === undefined ? undefined : reasons[noWriting];
  if (!fits) error = text.tooLong;
  return (
    <div className="outline-edit">
      <NoteField
        label={text.noteText}
        value={words}
        onChange={change}
        onEnter={finish}
        onEscape={finish}
        error={error}
      />
      <Button size="small" kind="primary" onClick={finish}>
        {text.done}
      </Button>
    </div>
  );
}
