/** Whether all words are in, before a facilitator goes on: how many devices hold notes, how many people are away. */
import { leadTexts } from '../i18n/lead.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { stillComing } from './still-coming.ts';

/** One or two sentences. A device that is away may hold notes too, so "all in" is only said when nobody is. */
export function StillComing() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const { unsentDevices, away } = stillComing(
    useReadable(model.roster),
    useReadable(model.others),
    useReadable(model.unsent).length,
  );
  return (
    <p className="lead-coming num">
      {unsentDevices > 0 && <span>{text.unsentDevices(unsentDevices)}</span>}
      {away > 0 && <span>{text.away(away)}</span>}
      {unsentDevices === 0 && away === 0 && <span>{text.allIn}</span>}
    </p>
  );
}
