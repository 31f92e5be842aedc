/** Changing the words of an own note in place. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { useEffect, useId, useRef, useState } from 'react';
import { commonTexts } from '../i18n/common.ts';
import { phoneTexts } from '../i18n/phone.ts';
import { phonePartsTexts } from '../i18n/phone-parts.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { FieldError } from '../ui/Field.tsx';
import { useReadable } from '../use-model.ts';
import { measureNote } from './note-length.ts';
import { useLengthWords } from './WriteCard.tsx';

interface EditNoteProps {
  readonly id: NoteId;
  readonly zone: ZoneId;
  readonly text: string;
  /** Opened by hand, not found back after the page was loaded again: then the cursor goes into it. */
  readonly focus: boolean;
  readonly onDone: () => void;
}

/** Letters reach the board while they are typed; what does not fit or may not be written stays in the field. */
export function EditNote({ id, zone, text: before, focus, onDone }: EditNoteProps) {
  const model = useMeetup();
  const text = useText(phoneTexts);
  const mine = useText(phonePartsTexts).mine;
  const common = useText(commonTexts);
  useReadable(model.stage);
  const noWriting = model.noWritingFor(id);
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [original] = useState(before);
  const [words, setWords] = useState(() => model.drafts.get(id)?.text ?? before);
  const length = measureNote(words);
  const { words: counted, error } = useLengthWords(length);
  useEffect(() => {
    if (!focus) return;
    const { length: end } = field.current?.value ?? '';
    field.current?.focus();
    field.current?.setSelectionRange(end, end);
  }, [focus]);

  function stop(last: string): void {
    // An emptied field changes nothing here: removing has its own button, with a way back.
    if (measureNote(last).fits) model.actions.typeNote(id, measureNote(last).empty ? original : last);
    model.actions.endTyping(id);
    model.drafts.clear(id);
    onDone();
  }
  return (
    <div className="edit-note" data-keep-in-view="">
      <label className="visually-hidden" htmlFor={fieldId}>
        {mine.editLabel}
      </label>
      <div className="write-grow" data-words={words}>
        <textarea
          ref={field}
          id={fieldId}
          dir="auto"
          rows={1}
          value={words}
          aria-describedby={`${fieldId}-count ${fieldId}-error`}
          aria-invalid={error !== undefined || undefined}
          onChange={(event) => {
            setWords(event.target.value);
            model.drafts.set(id, { text: event.target.value, zone });
            if (!measureNote(event.target.value).empty) model.actions.typeNote(id, event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') stop(original);
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && length.fits) stop(words);
          }}
        />
      </div>
      <p className="write-count num" id={`${fieldId}-count`}>
        {counted}
      </p>
      <FieldError id={`${fieldId}-error`} error={error} />
      {noWriting !== undefined && (
        <p role="status">
          {text.noWriting[noWriting]} {text.textStays}
        </p>
      )}
      <div className="own-note-menu">
        <Button kind="quiet" onClick={() => stop(original)}>
          {common.cancel}
        </Button>
        <Button disabled={!length.fits || noWriting !== undefined} onClick={() => stop(words)}>
          {mine.done}
        </Button>
      </div>
    </div>
  );
}
