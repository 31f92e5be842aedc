/** A small board with what others did to it, with time, connection and looking away in the hands of the test. */
import { type Change, createTally } from '@ruimte/client/model/change-tally';
import { type Changes, createChanges } from '@ruimte/client/model/changes';
import type { ConnectionState, MeetupModel, OtherPresence } from '@ruimte/client/model/meetup-model';
import { createWritable } from '@ruimte/client/model/readable';
import { createMemoryStorage, type KeyValue } from '@ruimte/client/model/storage';
import { createHandTimers } from './hand-timers.ts';
import { createSmallBoard, NOOR, type SmallBoard, TOM } from './small-board.ts';

export function watchSmallBoard(before?: {
  readonly small: SmallBoard;
  readonly storage: KeyValue;
  readonly generation?: number;
}) {
  const small = before?.small ?? createSmallBoard();
  const storage = before?.storage ?? createMemoryStorage();
  const { timers, pass } = createHandTimers();
  const connection = createWritable<ConnectionState>({ state: 'live' });
  const tom: OtherPresence = { who: TOM, clientId: small.theirs.clientID, person: undefined };
  const others = createWritable<readonly OtherPresence[]>([tom]);
  const leaving: (() => void)[] = [];
  const waking: (() => void)[] = [];
  const watch = (list: (() => void)[]) => (run: () => void) => {
    list.push(run);
    return () => undefined;
  };
  const session = {
    participant: NOOR,
    meetup: { id: 'meetmeetmeetmeetmeet_1', generation: before?.generation ?? 1 },
  };
  const isOwn: MeetupModel['isOwn'] = ({ author }) => author === NOOR;
  const model = { board: small.board, others, connection, session, isOwn };
  // Of the model nothing else is used.
  const changes: Changes = createChanges(model as unknown as MeetupModel, {
    timers,
    storage,
    surroundings: { onLeave: watch(leaving), onWake: watch(waking) },
  });
  return {
    ...small,
    small,
    storage,
    timers,
    pass,
    connection,
    changes,
    hide: () => {
      for (const run of leaving) run();
    },
    show: () => {
      for (const run of waking) run();
    },
  };
}

/** What is told of changes: the kind and the words. */
export const inShort = (changes: readonly Change[]): readonly string[] =>
  changes.map(({ kind, text }) => `${kind} ${text}`);

/** The changes put together per note. */
export function together(changes: readonly Change[]): readonly Change[] {
  const tally = createTally();
  for (const change of changes) tally.add(change);
  return tally.changes();
}
