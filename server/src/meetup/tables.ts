/** Tables: people who work at one place or one device. Drawn by lot, changed by hand, and a seat for whoever comes in. */
import { randomInt } from 'node:crypto';
import { RuimteError } from '@ruimte/shared/errors';
import { drawTables, seatFor, TABLE_DEVICE } from '@ruimte/shared/facilitation/draw-tables';
import type { CommandId, CommunityId, ParticipantId } from '@ruimte/shared/ids';
import { readTables, writeTables } from '@ruimte/shared/schema/stage';
import type { Room } from '../relay/room.ts';
import type { PersonRecord } from '../store/store.ts';
import type { Meetup } from './meetup.ts';
import { type CommandParts, once } from './once.ts';

const LUCK = 2 ** 32;
const luck = (): number => randomInt(LUCK) / LUCK;

function stageRoom(meetup: Meetup): Promise<Room> {
  return meetup.openRoom({ kind: 'stage', board: meetup.record.board });
}

/** Those who take part, devices of tables among them: facilitators walk around, and the shut out are not there. */
function participants(meetup: Meetup): readonly PersonRecord[] {
  return [...meetup.people.values()].filter(({ role, shutOut }) => role === 'participant' && !shutOut);
}

const isPerson = ({ task }: PersonRecord): boolean => task !== TABLE_DEVICE;

/** There are at least so many tables from now on. */
export async function openTable(meetup: Meetup, table: number): Promise<void> {
  const room = await stageRoom(meetup);
  if (table > readTables(room.doc)) await room.edit((doc) => writeTables(doc, table));
}

/**
 * Spreads everybody over so many tables by lot; 0 takes the tables away. Everybody gets their seat in one batch. The
 * device of a table stays at it, and so does that table.
 * @throws RuimteError `meetupClosed`
 */
export function seatEverybody(
  parts: CommandParts,
  meetup: Meetup,
  id: CommandId,
  tables: number,
): Promise<void> {
  return once(parts, meetup, id, async (remember) => {
    const all = participants(meetup);
    const people = all.filter(isPerson);
    const last = Math.max(tables, ...all.filter((each) => !isPerson(each)).map(({ table }) => table));
    const seats = tables === 0 ? new Map<ParticipantId, number>() : drawTables(people, tables, luck);
    const room = await stageRoom(meetup);
    await Promise.all([
      room.edit((doc) => writeTables(doc, last)),
      meetup.putPeople(
        people.map((person) => ({ ...person, table: seats.get(person.id) ?? 0 })),
        [remember],
      ),
    ]);
  });
}

/**
 * Puts one person at a table, 0 at none. A table beyond the last one is a new table.
 * @throws RuimteError `notFound` for somebody who does not take part, `meetupClosed`.
 */
export function seatPerson(
  parts: CommandParts,
  meetup: Meetup,
  id: CommandId,
  who: ParticipantId,
  table: number,
): Promise<void> {
  return once(parts, meetup, id, async (remember) => {
    const person = participants(meetup).find((each) => each.id === who);
    if (person === undefined) throw new RuimteError('notFound', 'no such participant');
    const room = await stageRoom(meetup);
    const tables = Math.max(table, readTables(room.doc));
    await Promise.all([
      room.edit((doc) => writeTables(doc, tables)),
      meetup.putPeople([{ ...person, table }], [remember]),
    ]);
  });
}

/** The seat of somebody who comes in now: 0 while there are no tables. */
export async function seatOfNewcomer(meetup: Meetup, community: CommunityId | ''): Promise<number> {
  const tables = readTables((await stageRoom(meetup)).doc);
  return tables === 0 ? 0 : seatFor(community, participants(meetup).filter(isPerson), tables);
}
