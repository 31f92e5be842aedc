/** Failures in the words of the page. */
import { errorSentence, errorTexts } from './errors.ts';
import { useText } from './use-text.ts';

/** Turns whatever a call threw into its sentence; undefined stays undefined. */
export function useErrorSentence(): (error: unknown) => string | undefined {
  const texts = useText(errorTexts);
  return (error) => (error === undefined ? undefined : errorSentence(error, texts));
}
