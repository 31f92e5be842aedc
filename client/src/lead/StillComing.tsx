/** Whether all words are in, before a facilitator goes on: how many devices hold notes, how many people are away. */
import { useSyncExternalStore } from 'react';
import { leadTexts } from '../i18n/lead.ts';
import { leadingTexts } from '../i18n/leading.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { stillComing, type StillComingCount } from './still-coming.ts';

/** One or two sentences. A device that is away may hold notes too, so "all in" is only said when nobody is. */
export function StillComing() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const leading = useText(leadingTexts);
  const roster = useReadable(model.roster);
  const own = useReadable(model.unsent).length;
  const { others } = model;
  // Two numbers, so that it is not drawn again with every movement of a cursor.
  const count = (): StillComingCount => stillComing(roster, others.get(), own);
  const unsentDevices = useSyncExternalStore(others.subscribe, () => count().unsentDevices);
  const away = useSyncExternalStore(others.subscribe, () => count().away);
  return (
    <p className="lead-coming num">
      {unsentDevices > 0 && (
        <span>
          {text.unsentDevices(unsentDevices)} {leading.goOn}
        </span>
      )}
      {away > 0 && <span>{text.away(away)}</span>}
      {unsentDevices === 0 && away === 0 && <span>{text.allIn}</span>}
    </p>
  );
}
