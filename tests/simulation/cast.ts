/** Who is there: one meet-up that has been opened, with its people and their sessions, in a data folder that each world copies. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMasterKey, hashSecret, type MasterKey } from '@ruimte/server/access/secrets';
import { joinMeetup } from '@ruimte/server/meetup/meetups';
import { DATA_FILES } from '@ruimte/server/store/database-file';
import { openLibsql } from '@ruimte/server/store/libsql-database';
import { createSqlStore } from '@ruimte/server/store/sql/sql-store';
import type { DocumentKey } from '@ruimte/server/store/store';
import {
  type BoardId,
  type CommandId,
  type CommunityId,
  createId,
  createSecret,
  type FormatId,
  type MeetupId,
  type ParticipantId,
  type RoundId,
} from '@ruimte/shared/ids';
import { Random } from '../support/random.ts';
import { seedIds } from './seed-ids.ts';
import { startSimServer } from './sim-server.ts';
import { Time } from './time.ts';

/** Somebody with a session of the meet-up. */
export interface Actor {
  readonly role: 'facilitator' | 'participant' | 'wall';
  /** Null for the wall. */
  readonly participant: ParticipantId | null;
  readonly community: CommunityId | '';
  readonly sessionHash: string;
}

export interface Cast {
  readonly folder: string;
  readonly key: MasterKey;
  readonly meetup: MeetupId;
  readonly board: BoardId;
  readonly boardKey: DocumentKey;
  /** The facilitator, who is there in every world. */
  readonly facilitator: Actor;
  readonly participants: readonly Actor[];
  readonly wall: Actor;
  /** A participant whose device does what no client of ours does. */
  readonly hostile: Actor;
  /** The client id under which the board was laid. */
  readonly serverClient: number;
}

const PARTICIPANTS = 7;
const SERVER_CLIENT = 7;

/** Makes the folder. Effects: takes the clocks of the process while it runs. */
export async function gatherCast(folder: string): Promise<Cast> {
  const time = new Time();
  const restoreIds = seedIds(new Random(1));
  try {
    const database = await openLibsql(folder);
    const sql = createSqlStore(database.db);
    const store = {
      ...sql,
      close: async () => {
        database.checkpoint();
        await sql.close();
        database.release();
      },
    };
    const key = createMasterKey();
    writeFileSync(join(folder, DATA_FILES.key), key);
    let done = false;
    const making = make(folder, key, store).finally(() => (done = true));
    await time.until('the meet-up to be made', () => done, 60_000);
    return await making;
  } finally {
    restoreIds();
    time.stop();
  }
}

async function make(folder: string, key: MasterKey, store: ReturnType<typeof createSqlStore>): Promise<Cast> {
  const server = await startSimServer({
    store,
    key,
    nextClient: () => SERVER_CLIENT,
    onError: (line) => {
      throw new Error(line);
    },
  });
  const meetup = await server.meetups.create({
    format: 'vrij-associeren' as FormatId,
    title: 'Kick-off',
    date: '2025-11-14',
    locale: 'nl',
    communities: [{ name: 'De Blauwe Trap' }, { name: 'Klinkerdijk' }],
  });
  await meetup.command(createId<CommandId>(), { type: 'open' });
  const { revision } = meetup.stage;
  const round = 'rondgang' as RoundId;
  await meetup.command(createId<CommandId>(), { type: 'goToRound', round, fromRevision: revision });
  const enter = async (role: Actor['role'], name: string): Promise<Actor> => {
    const community: CommunityId | '' = meetup.record.communities[name.length % 2]?.id ?? '';
    const joining = { device: createSecret(), name, community };
    const person = role === 'wall' ? undefined : await joinMeetup(meetup, role, joining, Date.now());
    const participant = person?.id ?? null;
    const session = { role, meetup: meetup.record.id, participant, linkGeneration: 1 };
    const sessionHash = hashSecret(await server.sessions.start(session));
    return { role, participant, community: person?.community ?? '', sessionHash };
  };
  const facilitator = await enter('facilitator', 'Noor');
  const participants: Actor[] = [];
  for (let i = 0; i < PARTICIPANTS; i += 1)
    participants.push(await enter('participant', `P${'i'.repeat(i)}`));
  const [wall, hostile] = [await enter('wall', 'wall'), await enter('participant', 'Mallory')];
  await server.close();
  const { id, board, generation } = meetup.record;
  const boardKey: DocumentKey = `${board}@${generation}`;
  return {
    folder,
    key,
    meetup: id,
    board,
    boardKey,
    facilitator,
    participants,
    wall,
    hostile,
    serverClient: SERVER_CLIENT,
  };
}
