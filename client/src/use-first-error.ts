/** Brings focus to what is missing in a form, after the button was pressed and the errors are there. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/**
 * `form` goes on the form, `check` is called when it is sent. The first thing with an error gets the focus:
 * a field, or the radio buttons an alert stands below.
 */
export function useFirstError(): {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly check: () => void;
} {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries === 0) return;
    const error = form.current?.querySelector('[aria-invalid], .field-error');
    const near = error?.closest('[role="alert"]')?.previousElementSibling;
    const target = error instanceof HTMLInputElement ? error : near?.querySelector('input');
    target?.focus();
  }, [tries]);
  return { form, check: useCallback(() => setTries((now) => now + 1), []) };
}
