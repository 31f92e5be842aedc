/** Spaces while the meet-up runs: one that is missing is added, others get another name or colour, or go when empty. */
import { MAX_ZONES } from '@ruimte/shared/projection/free-cell';
import { RuimteError } from '@ruimte/shared/errors';
import type { PeopleCommand } from '@ruimte/shared/facilitation/commands';
import { type CommandId, createSecret, type ZoneId } from '@ruimte/shared/ids';
import { readBoard, readZones } from '@ruimte/shared/projection/board';
import { isAskedFor, zonesInUse } from '@ruimte/shared/facilitation/zones-in-use';
import { freeCell } from '@ruimte/shared/projection/free-cell';
import { readGoneZones, removeZones, restoreZones } from '@ruimte/shared/schema/edits/gone-zones';
import { changeZone, layBoard } from '@ruimte/shared/schema/edits/layout';
import { readWritten } from '@ruimte/shared/schema/stage';
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

/**
 * Takes a space off the board: one in which nothing lies, on the board or on desks, and that no round asks for.
 * @throws RuimteError `notFound`, `forbidden` for the empty space, one of a round and the last one, `staleRevision`
 * when something has been laid there meanwhile, `meetupClosed`.
 */
export function removeZone(
  parts: CommandParts,
  meetup: Meetup,
  id: CommandId,
  wanted: ZoneId,
): Promise<void> {
  return once(parts, meetup, id, async (remember) => {
    const [room, stage] = [
      await meetup.openBoard(),
      await meetup.openRoom({ kind: 'stage', board: meetup.record.board }),
    ];
    const board = readBoard(room.doc);
    const zone = board.zones.find((each) => each.id === wanted);
    if (zone === undefined) throw new RuimteError('notFound', 'no such space');
    if (board.zones.length === 1 || isAskedFor(zone, meetup.record.format.rounds)) {
      throw new RuimteError('forbidden', 'this space belongs to the form');
    }
    if (zonesInUse(board).has(wanted) || readWritten(stage.doc).has(wanted)) {
      throw new RuimteError('staleRevision', 'something lies in this space');
    }
    await room.edit((doc) => removeZones(doc, new Set([wanted])), [remember]);
  });
}

/**
 * Lays a space again that was taken off the board.
 * @throws RuimteError `notFound` when it was not, or when it lies there already, `boardFull`, `meetupClosed`.
 */
export function returnZone(
  parts: CommandParts,
  meetup: Meetup,
  id: CommandId,
  wanted: ZoneId,
): Promise<void> {
  return once(parts, meetup, id, async (remember) => {
    const room = await meetup.openBoard();
    const zones = readZones(room.doc);
    if (!readGoneZones(room.doc).has(wanted) || zones.some((zone) => zone.id === wanted)) {
      throw new RuimteError('notFound', 'no such space was taken away');
    }
    if (zones.length >= MAX_ZONES) throw new RuimteError('boardFull', `at most ${MAX_ZONES} spaces`);
    await room.edit((doc) => restoreZones(doc, [wanted], zones), [remember]);
  });
}
