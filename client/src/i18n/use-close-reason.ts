/**
 * Why the server closed the line, in the words of the page. The sentences come as a chunk of their own: most pages
 * never need one.
 */
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import { useEffect } from 'react';
import { createWritable } from '../model/readable.ts';
import { untilItComes } from '../until-it-comes.ts';
import { useReadable } from '../use-model.ts';
import type { closeTexts as CloseTexts } from './close-reasons.ts';
import { useLocale } from './use-text.ts';

const sentences = createWritable<typeof CloseTexts | undefined>(undefined);

/** The sentence for a reason; undefined without one, and until the sentences are there. */
export function useCloseReason(why: CloseReason | undefined): string | undefined {
  const texts = useReadable(sentences);
  const locale = useLocale();
  useEffect(() => {
    if (why === undefined || sentences.get() !== undefined) return;
    void untilItComes(() => import('./close-reasons.ts')).then(({ closeTexts }) => sentences.set(closeTexts));
  }, [why]);
  return why === undefined ? undefined : texts?.[locale][why];
}
