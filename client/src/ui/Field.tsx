/** A labelled place to fill something in, with its hint and its error tied to it. */
import './field.css';
import { type ComponentProps, type ReactNode, type Ref, useId } from 'react';

interface FieldProps {
  readonly label: ReactNode;
  /** Beside the label in a lighter ink: "mag je overslaan". */
  readonly note?: string | undefined;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; announced when it appears. */
  readonly error?: string | undefined;
  /** Draws the control with the ids that tie it to its words. */
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** Label above, then the control, then hint and error. */
export function Field({ label, note, hint, error, children }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const describedBy = [hintId, errorId].filter((each) => each !== undefined).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {note !== undefined && <span className="field-note"> {note}</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
      <FieldError id={errorId} error={error} />
    </div>
  );
}

/** The error of a field or of a whole form; the live region is there before the error is, so that it is read out. */
export function FieldError({
  id,
  error,
}: {
  readonly id?: string | undefined;
  readonly error: string | undefined;
}) {
  return (
    <div role="alert" id={id} className="field-alert">
      {error !== undefined && (
        <p className="field-error">
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path d="M10 1.5 19.5 18H.5z" fill="none" stroke="currentColor" strokeWidth="1.8" />
            <path d="M10 7.5v5M10 15v.6" stroke="currentColor" strokeWidth="2" />
          </svg>
          {error}
        </p>
      )}
    </div>
  );
}

type TextInputProps = Omit<FieldProps, 'children'> &
  Omit<ComponentProps<'input'>, 'id' | 'children' | 'ref'> & { readonly ref?: Ref<HTMLInputElement> };

/** One line of text with its label. */
export function TextInput({ label, note, hint, error, className, ...input }: TextInputProps) {
  return (
    <Field label={label} note={note} hint={hint} error={error}>
      {(control) => (
        <input
          type="text"
          autoComplete="off"
          {...input}
          {...control}
          className={`text-input${className === undefined ? '' : ` ${className}`}`}
        />
      )}
    </Field>
  );
}
