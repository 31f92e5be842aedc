/** How people join, as the server says it now: the code works only while the meet-up is tried or open. */
import type { JoinAddress } from '@ruimte/shared/protocol/api';
import { useEffect, useState } from 'react';
import { useReadable } from '../use-model.ts';
import { useAsk, useMeetup } from './context.ts';

/** Asked again whenever the status of the meet-up changes; undefined for who may not know it. */
export function useJoining(): JoinAddress | undefined {
  const model = useMeetup();
  const ask = useAsk();
  const { status } = useReadable(model.stage);
  const { state } = useReadable(model.connection);
  const live = state === 'live';
  const [joining, setJoining] = useState(model.session.meetup.joining);
  useEffect(() => {
    if (!live) return undefined;
    let gone = false;
    ask('session', {}).then(
      ({ meetup }) => {
        if (!gone && meetup?.joining !== undefined) setJoining(meetup.joining);
      },
      // What was known stays: it is asked again when the connection is back.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [ask, status, live]);
  return joining;
}
