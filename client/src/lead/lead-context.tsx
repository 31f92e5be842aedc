/** Sending a facilitator's commands, and saying what went wrong with the last one. */
import type { Command } from '@ruimte/shared/facilitation/commands';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useMeetup } from '../meetup/context.ts';

/** How controls lead. */
export interface Lead {
  /** Sends a command; answers whether it was taken. Failures show in {@link LeadError}. */
  readonly send: (command: Command) => Promise<boolean>;
  /** Runs anything else that asks the server, with the same place for failures. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly busy: boolean;
  readonly error: unknown;
}

const LeadContext = createContext<Lead | undefined>(undefined);

/** The commands of this page. */
export function useLead(): Lead {
  const lead = useContext(LeadContext);
  if (lead === undefined) throw new Error('this component needs a LeadProvider around it');
  return lead;
}

/** Around everything a facilitator leads with. */
export function LeadProvider({ children }: { readonly children: ReactNode }) {
  const model = useMeetup();
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<unknown>(undefined);
  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    setRunning((count) => count + 1);
    try {
      await work();
      setError(undefined);
      return true;
    } catch (caught) {
      setError(caught);
      return false;
    } finally {
      setRunning((count) => count - 1);
    }
  }, []);
  const lead = useMemo<Lead>(
    () => ({
      attempt,
      send: (command) => attempt(() => model.command(command)),
      busy: running > 0,
      error,
    }),
    [attempt, model, running, error],
  );
  return <LeadContext value={lead}>{children}</LeadContext>;
}
