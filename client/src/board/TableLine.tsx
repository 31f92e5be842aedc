/** At a table that goes from space to space: where it is in this turn, said aloud at each, with a way there. */
import './table-line.css';
import { zoneOfTable } from '@ruimte/shared/facilitation/rotation';
import type { ZoneId } from '@ruimte/shared/ids';
import { useEffect } from 'react';
import { boardPageTexts } from '../i18n/board-page.ts';
import { phoneTexts } from '../i18n/phone.ts';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { useTurn } from '../meetup/use-turn.ts';
import { Button } from '../ui/Button.tsx';

interface TableLineProps {
  readonly table: number;
  /** From now on new notes go to this space; the view stays where it is. The same function each time. */
  readonly onZone: (zone: ZoneId) => void;
  readonly onLook: (zone: ZoneId) => void;
}

/** One line, there as long as one sits at a table. */
export function TableLine({ table, onZone, onLook }: TableLineProps) {
  const board = useText(boardPageTexts);
  const phone = useText(phoneTexts);
  const text = useText(phoneRoundTexts).table;
  const say = useLocalized();
  const zones = useBoardPart('zones');
  const turn = useTurn()?.turn;
  const space = turn === undefined ? undefined : zoneOfTable(zones, table, turn);
  const zone = space?.id;
  useEffect(() => {
    if (zone !== undefined) onZone(zone);
  }, [zone, onZone]);
  return (
    <div className="table-line">
      <p role="status">
        <b>{phone.table(table)}</b>
        {space !== undefined && ` ${text.now(say(space.title))}`}
      </p>
      {zone !== undefined && (
        <Button size="small" onClick={() => onLook(zone)}>
          {board.lookAlong}
        </Button>
      )}
    </div>
  );
}
