/** "Licht op": the plan of the board, to put one space in the light or none. */
import type { ZoneId } from '@ruimte/shared/ids';
import type { Zone } from '@ruimte/shared/schema/zone';
import { leadTexts } from '../i18n/lead.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useBoardPart, useZoneOf } from '../meetup/use-board-part.ts';
import { useReadable } from '../use-model.ts';
import { useLead } from './lead-context.tsx';

/** Pressing the space that is lit puts the light out. */
export function SpotlightPlan() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const say = useLocalized();
  const { send } = useLead();
  const zones = useBoardPart('zones');
  const { spotlight } = useReadable(model.stage);
  const zoneOfNote = useZoneOf(spotlight !== null && 'note' in spotlight ? spotlight.note : undefined);
  const lit = spotlight !== null && 'zone' in spotlight ? spotlight.zone : zoneOfNote;
  const zone = zones.find(({ id }) => id === lit);
  function light(id: ZoneId): void {
    void send({ type: 'spotlight', on: id === lit ? null : { zone: id } });
  }
  return (
    <div className="lead-spotlight" role="group" aria-label={text.spotlight}>
      <p>
        {text.spotlight}
        <b>{zone === undefined ? text.spotlightOff : say(zone.title)}</b>
      </p>
      <div className="lead-plan" data-wide={zones.length > 9 || undefined}>
        {zones.map((each) => (
          <button
            key={each.id}
            type="button"
            data-zone={each.tint}
            data-kind={each.kind}
            style={placeOf(each)}
            aria-label={say(each.title)}
            title={say(each.title)}
            aria-pressed={each.id === lit}
            onClick={() => light(each.id)}
          />
        ))}
      </div>
    </div>
  );
}

function placeOf({ col, row, colSpan, rowSpan }: Zone) {
  return { gridColumn: `${col + 1} / span ${colSpan}`, gridRow: `${row + 1} / span ${rowSpan}` };
}
