/** Whether there is anything besides notes that rounds lay on the board, for a component that then loads more. */
import { useSyncExternalStore } from 'react';
import { useMeetup } from './context.ts';
import { hasRoundParts, watchRoundParts } from './round-parts.ts';

/** True from the moment there is any; the component is drawn again only when that changes. */
export function useRoundParts(): boolean {
  const model = useMeetup();
  return useSyncExternalStore(
    (changed) => watchRoundParts(model, changed),
    () => hasRoundParts(model),
  );
}
