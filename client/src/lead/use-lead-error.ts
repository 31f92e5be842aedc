/** What went wrong with a facilitator's command, in words. */
import { RuimteError } from '@ruimte/shared/errors';
import { leadTexts } from '../i18n/lead.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { useLead } from './lead-context.tsx';

/** The sentence of the last failure, until the next command that is taken. */
export function useLeadError(): string | undefined {
  const { error } = useLead();
  const text = useText(leadTexts);
  const sentence = useErrorSentence();
  // The screen already shows how it stands: it is enough to say who was first.
  if (error instanceof RuimteError && error.code === 'staleRevision') return text.begunAlready;
  return sentence(error);
}
