/** At which space the own table is in this turn; says so, and tells the field above which it stands. */
import { zoneOfTable } from '@ruimte/shared/facilitation/rotation';
import type { ZoneId } from '@ruimte/shared/ids';
import { useEffect } from 'react';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useTurn } from '../meetup/use-turn.ts';
import type { Space } from './spaces.ts';
import { useSpaces } from './use-spaces.ts';

interface TableTurnProps {
  readonly table: number;
  /** The space of words that are in the field: they stay with it. */
  readonly kept: Space | undefined;
  readonly onZone: (zone: ZoneId | undefined) => void;
}

export function TableTurn({ table, kept, onZone }: TableTurnProps) {
  const text = useText(phoneRoundTexts).table;
  const { zones } = useMeetup().session.meetup;
  // Tables go round the spaces of this form; those that stayed from an earlier one are there to be read.
  const spaces = useSpaces().filter(({ id }) => zones.find((each) => each.id === id)?.kept !== true);
  const turn = useTurn()?.turn;
  const space = turn === undefined ? undefined : zoneOfTable(spaces, table, turn);
  const zone = space?.id;
  useEffect(() => onZone(zone), [zone, onZone]);
  return (
    <p className="table-turn" role="status">
      {space !== undefined && text.now(space.title)}
      {kept !== undefined && kept.id !== zone && ` ${text.stays(kept.title)}`}
    </p>
  );
}
