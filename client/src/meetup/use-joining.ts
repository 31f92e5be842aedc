/** How people join, as the server says it now: the code works only while the meet-up is tried or open. */
import type { JoinAddress } from '@ruimte/shared/protocol/api';
import { useEffect, useState } from 'react';
import { useAsk, useMeetup } from './context.ts';

/** Asked again whenever the status of the meet-up changes; undefined for who may not know it. */
export function useJoining(): JoinAddress | undefined {
  const model = useMeetup();
  const ask = useAsk();
  const [joining, setJoining] = useState(model.session.meetup.joining);
  useEffect(() => {
    let gone = false;
    /** The status that was asked about last. */
    let asked: string | undefined;
    function look(): void {
      const { status } = model.stage.get();
      if (model.connection.get().state !== 'live') asked = undefined;
      else if (asked !== status) {
        asked = status;
        ask('session', {}).then(
          ({ meetup }) => {
            if (!gone && meetup?.joining !== undefined) setJoining(meetup.joining);
          },
          // What was known stays: it is asked again when the connection is back.
          () => undefined,
        );
      }
    }
    look();
    const stops = [model.stage.subscribe(look), model.connection.subscribe(look)];
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, [ask, model]);
  return joining;
}
