/** What went wrong with a facilitator's command, in words. */
import { RuimteError } from '@ruimte/shared/errors';
import { useEffect, useRef } from 'react';
import { leadTexts } from '../i18n/lead.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { useToast } from '../ui/Toast.tsx';
import { useLead } from './lead-context.tsx';

/** Two facilitators pressed at once: the screen already shows how it stands. */
function isOvertaken(error: unknown): boolean {
  return error instanceof RuimteError && error.code === 'staleRevision';
}

/** The sentence of the last failure, until the next command that is taken. */
export function useLeadError(): string | undefined {
  const { error } = useLead();
  const sentence = useErrorSentence();
  return isOvertaken(error) ? undefined : sentence(error);
}

/** Says in passing that somebody else was first; without a panel in view also what went wrong. */
export function useLeadNews(panelOpen: boolean): void {
  const { error } = useLead();
  const text = useText(leadTexts);
  const toast = useToast();
  const failure = useLeadError();
  const news = isOvertaken(error) ? text.begunAlready : failure;
  const said = isOvertaken(error) || !panelOpen ? news : undefined;
  const told = useRef<unknown>(undefined);
  useEffect(() => {
    if (said === undefined || told.current === error) return;
    told.current = error;
    toast({ message: said });
  }, [error, said, toast]);
}
