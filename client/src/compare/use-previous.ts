/** The board of the meet-up that this one looks back at. */
import type { SnapshotView } from '@ruimte/shared/protocol/api';
import { useAsk, useMeetup } from '../meetup/context.ts';
import { type Load, useLoad } from '../use-load.ts';

/** Reads it once; null when none was chosen. */
export function usePrevious(): Load<SnapshotView | null> {
  const ask = useAsk();
  const { previous } = useMeetup().session.meetup;
  return useLoad(previous?.id, () => ask('readPrevious', {}));
}
