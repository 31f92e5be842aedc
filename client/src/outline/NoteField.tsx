/** The text field of a note in the list, with what is left in words. */
import { LIMITS } from '@ruimte/shared/limits';
import { countGraphemes } from '@ruimte/shared/text';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import { FieldError } from '../ui/Field.tsx';

/** From here on the count is announced. */
const ANNOUNCE_FROM = 20;

interface NoteFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Ctrl+Enter, or Enter alone: a note is one thought, a new line comes with Shift. */
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  /** Text was pasted in an empty field. @returns true when it is taken care of and does not go into the field. */
  readonly onPaste?: (text: string) => boolean;
  readonly error: string | undefined;
}

/** Takes the focus when it comes. Enter while an input method composes is part of the word. */
export function NoteField({ label, value, onChange, onEnter, onEscape, onPaste, error }: NoteFieldProps) {
  const text = useText(outlineTexts);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const left = LIMITS.textGraphemes - countGraphemes(value);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onEscape();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      onEnter();
    }
  }
  return (
    <div className="note-field">
      <textarea
        ref={field}
        className="text-input"
        dir="auto"
        rows={2}
        value={value}
        aria-label={label}
        aria-describedby={`${id}-left`}
        aria-invalid={left < 0 || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (value === '' && onPaste?.(event.clipboardData.getData('text/plain')) === true)
            event.preventDefault();
        }}
      />
      <p id={`${id}-left`} className="note-field-left num" data-over={left < 0 || undefined}>
        {left < 0 ? text.over(-left) : text.left(left)}
      </p>
      <span className="visually-hidden" role="status">
        {left <= ANNOUNCE_FROM && left % 5 === 0 ? text.left(Math.max(0, left)) : ''}
      </span>
      <FieldError error={error} />
    </div>
  );
}
