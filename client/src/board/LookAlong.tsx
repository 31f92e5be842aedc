/** A space is in the light: nobody's view is moved, but one press goes there. */
import { boardPageTexts } from '../i18n/board-page.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import type { BoardControl } from '../canvas/board-control.ts';
import { useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { useBoardPart, useZoneOf } from '../meetup/use-board-part.ts';
import { useReadable } from '../use-model.ts';

/** "Licht op de twijfel" with "Kijk mee". */
export function LookAlong({ control }: { readonly control: BoardControl }) {
  const model = useMeetup();
  const text = useText(boardPageTexts);
  const say = useLocalized();
  const zones = useBoardPart('zones');
  const { spotlight } = useReadable(model.stage);
  const zoneOfNote = useZoneOf(spotlight !== null && 'note' in spotlight ? spotlight.note : undefined);
  if (spotlight === null) return null;
  const lit = 'zone' in spotlight ? spotlight.zone : zoneOfNote;
  const zone = zones.find(({ id }) => id === lit);
  if (zone === undefined) return null;
  return (
    <div className="look-along">
      <p role="status">
        {text.spotlight} <b>{say(zone.title)}</b>
      </p>
      <Button size="small" onClick={() => control.lookAt(zone.id)}>
        {text.lookAlong}
      </Button>
    </div>
  );
}
