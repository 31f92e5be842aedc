/** Everybody on the roster with their names, for who leads: where the roster has none they are asked for. */
import type { ParticipantId } from '@ruimte/shared/ids';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import { useEffect, useMemo, useState } from 'react';
import { useAsk, useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { useLead } from './lead-context.tsx';

type People = ReadonlyMap<ParticipantId, RosterEntry>;

/**
 * The roster. Who leads may know who is in, also where nobody may know who wrote what.
 * @param wanted - false while the names are not shown.
 */
export function usePeople(wanted: boolean): People {
  const model = useMeetup();
  const ask = useAsk();
  const { attempt } = useLead();
  const roster = useReadable(model.roster);
  const { id, shows } = model.session.meetup;
  const [names, setNames] = useState<ReadonlyMap<ParticipantId, string>>(new Map());
  const isNeeded = wanted && shows === 'communities';
  useEffect(() => {
    if (!isNeeded) return undefined;
    let gone = false;
    function look(): void {
      void attempt(async () => {
        const people = await ask('listPeople', { id });
        if (!gone) setNames(new Map(people.map((person) => [person.id, person.name])));
      });
    }
    look();
    // When somebody comes in, gets another name or leaves.
    const stop = model.roster.subscribe(look);
    return () => {
      gone = true;
      stop();
    };
  }, [ask, attempt, id, isNeeded, model]);
  return useMemo(() => {
    if (!isNeeded) return roster;
    return new Map([...roster].map(([who, entry]) => [who, { ...entry, name: names.get(who) ?? '' }]));
  }, [isNeeded, names, roster]);
}
