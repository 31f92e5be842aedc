/** Spaces while the meet-up runs: one that is missing is added, others get another name or colour. */
import { MAX_ZONES } from '@ruimte/shared/projection/free-cell';
import { RuimteError } from '@ruimte/shared/errors';
import type { PeopleCommand } from '@ruimte/shared/facilitation/commands';
import { type CommandId, createSecret, type ZoneId } from '@ruimte/shared/ids';
import { readZones } from '@ruimte/shared/projection/board';
import { freeCell } from '@ruimte/shared/projection/free-cell';
import { changeZone, layBoard } from '@ruimte/shared/schema/edits/layout';
import type { Meetup } from './meetup.ts';
import { type CommandParts, once } from './once.ts';

/**
 * Lays one more free space on the board, in the first free place below the others.
 * @throws RuimteError `boardFull` when there are as many as fit, `meetupClosed`.
 */
export function addZone(
  parts: CommandParts,
  meetup: Meetup,
  id: CommandId,
  { title, tint }: Extract<PeopleCommand, { type: 'addZone' }>,
): Promise<void> {
  return once(parts, meetup, id, async (remember) => {
    const room = await meetup.openBoard();
    const zones = readZones(room.doc);
    if (zones.length >= MAX_ZONES) throw new RuimteError('boardFull', `at most ${MAX_ZONES} spaces`);
    const zone = {
      id: createSecret() as ZoneId,
      kind: 'free' as const,
      title: { nl: title, en: title },
      tint,
      ...freeCell(zones),
    };
    await room.edit((doc) => layBoard(doc, [zone], []), [remember]);
  });
}

/**
 * Gives a space another name or colour. The empty space stays what it is.
 * @throws RuimteError `notFound`, `forbidden` for the empty space, `meetupClosed`.
 */
export function renewZone(
  parts: CommandParts,
  meetup: Meetup,
  id: CommandId,
  { zone: wanted, title, tint }: Extract<PeopleCommand, { type: 'changeZone' }>,
): Promise<void> {
  return once(parts, meetup, id, async (remember) => {
    const room = await meetup.openBoard();
    const zone = readZones(room.doc).find((each) => each.id === wanted);
    if (zone === undefined) throw new RuimteError('notFound', 'no such space');
    if (zone.kind === 'empty') throw new RuimteError('forbidden', 'the empty space stays what it is');
    const change = {
      ...(title === undefined ? {} : { title }),
      ...(tint === undefined ? {} : { tint }),
    };
    await room.edit((doc) => changeZone(doc, wanted, change), [remember]);
  });
}
