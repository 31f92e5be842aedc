/**
 * Failures in the words of the page. The sentences come as a chunk of their own, asked for as soon as a page
 * could need them: a join form in two languages would otherwise grow by a third before it shows anything.
 */
import { RuimteError } from '@ruimte/shared/errors';
import { useEffect } from 'react';
import { OfflineError } from '../model/api.ts';
import { createWritable } from '../model/readable.ts';
import { useReadable } from '../use-model.ts';
import { atHandTexts } from './at-hand.ts';
import type { errorTexts as ErrorTexts } from './errors.ts';
import { useLocale } from './use-text.ts';

const sentences = createWritable<typeof ErrorTexts | undefined>(undefined);
let asked = false;

function askForSentences(): void {
  if (asked) return;
  asked = true;
  import('./errors.ts').then(
    ({ errorTexts }) => sentences.set(errorTexts),
    () => {
      // Not reached: the page then says that, and asks again with the next failure.
      asked = false;
    },
  );
}

/**
 * Turns whatever a call threw into its sentence; undefined stays undefined.
 * Without a network the sentence is that there is none: it is part of the page itself.
 */
export function useErrorSentence(): (error: unknown) => string | undefined {
  const locale = useLocale();
  const texts = useReadable(sentences)?.[locale];
  useEffect(askForSentences, []);
  return (error) => {
    if (error === undefined) return undefined;
    if (texts === undefined || error instanceof OfflineError) {
      askForSentences();
      return atHandTexts[locale].offline;
    }
    return texts[error instanceof RuimteError ? error.code : 'internal'];
  };
}
