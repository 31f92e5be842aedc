/** What stands where something will be: nothing at first, a line after a moment, or what went wrong. */
import './load-state.css';
import { RuimteError } from '@ruimte/shared/errors';
import { commonTexts } from '../i18n/common.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import type { Load } from '../use-load.ts';
import { Button, ButtonLink } from './Button.tsx';
import { FieldError } from './Field.tsx';

/** The line "wordt klaargelegd", which comes after 600 ms, or the error with the way on: signing in, or "probeer opnieuw". */
export function LoadState({ load }: { readonly load: Pick<Load<unknown>, 'loaded' | 'reload'> }) {
  const text = useText(commonTexts);
  const sentence = useErrorSentence();
  const { loaded, reload } = load;
  if (loaded.state === 'ready') return null;
  if (loaded.state === 'loading') {
    return (
      <p className="loading" role="status">
        {text.loading}
      </p>
    );
  }
  return (
    <div className="load-failed">
      <FieldError error={sentence(loaded.error)} />
      {loaded.error instanceof RuimteError && loaded.error.code === 'signInNeeded' ? (
        <ButtonLink href="/sign-in" kind="primary">
          {text.signIn}
        </ButtonLink>
      ) : (
        <Button onClick={reload}>{text.retry}</Button>
      )}
    </div>
  );
}
