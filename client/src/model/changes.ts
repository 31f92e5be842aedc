/**
 * What others did on the board since this person last looked. One looks while the page is in view and the line works;
 * what happens in between, or while the page was closed on this device, waits until one is back.
 */
import type { NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import { type Change, createTally } from './change-tally.ts';
import { differencesWith, keepLook, lastLook } from './last-look.ts';
import type { MeetupModel } from './meetup-model.ts';
import { createWritable, type Readable } from './readable.ts';
import { findStorage, type KeyValue } from './storage.ts';
import { findSurroundings, type Surroundings } from './surroundings.ts';
import { DEVICE_TIMERS, type Timers } from './timers.ts';

/** What waited for somebody who was away. */
export interface Away {
  readonly changes: readonly Change[];
  /** How many came on top of those that are kept. */
  readonly more: number;
}

export interface Changes {
  /** The last few, the latest last. */
  readonly recent: Readable<readonly Change[]>;
  /** Undefined while there is nothing to catch up on. */
  readonly away: Readable<Away | undefined>;
  /** It has been read. */
  dismiss(): void;
  /** Told of every change; `away` says that nobody is looking. @returns how to stop. */
  onChange(run: (change: Change, away: boolean) => void): () => void;
  stop(): void;
}

export interface ChangesOptions {
  readonly timers?: Pick<Timers, 'later'>;
  readonly surroundings?: Pick<Surroundings, 'onWake' | 'onLeave'>;
  readonly storage?: KeyValue;
}

const MOST_RECENT = 5;
/** What was missed arrives in one go with the connection; by then it has. */
const RETURN_SETTLES_MS = 300;

type Watched = Pick<MeetupModel, 'board' | 'others' | 'connection' | 'session' | 'isOwn'>;

/** Watches from now on; what the board holds already has been seen, unless this device was here before. */
export function createChanges(model: Watched, options: ChangesOptions = {}): Changes {
  const {
    timers = DEVICE_TIMERS,
    surroundings = findSurroundings(),
    storage = findStorage('localStorage'),
  } = options;
  const { board } = model;
  const me = model.session.participant;
  const recent = createWritable<readonly Change[]>([]);
  const away = createWritable<Away | undefined>(undefined);
  const listeners = new Set<(change: Change, away: boolean) => void>();
  const missed = createTally();
  const seen = new Map<NoteId, Note>(board.get().notes);
  let hidden = false;
  let cancel: (() => void) | undefined;

  const isAway = (): boolean => hidden || model.connection.get().state !== 'live' || cancel !== undefined;

  function writer(note: NoteId, field: 'zone' | 'group'): ParticipantId | undefined {
    const client = board.writerOf(note, field);
    const who = model.others.get().find(({ clientId }) => clientId === client)?.who;
    return who === '' ? undefined : who;
  }

  /** What somebody else changed of a note that the list shows; undefined for a drag within a zone, or other words. */
  function changeOf(id: NoteId, before: Note | undefined, after: Note | undefined): Change | undefined {
    if (before === undefined) {
      if (after === undefined || model.isOwn(after)) return undefined;
      return { kind: 'added', note: id, text: after.text, zone: after.zone, by: after.author };
    }
    const { text, zone } = after ?? before;
    if (after === undefined) return { kind: 'removed', note: id, text, zone, by: undefined };
    if (before.zone !== zone) {
      return { kind: 'moved', note: id, text, zone, from: before.zone, by: writer(id, 'zone') };
    }
    if (before.group === after.group) return undefined;
    const kind = after.group === undefined ? 'ungrouped' : 'grouped';
    return { kind, note: id, text, zone, by: writer(id, 'group') };
  }

  function record(change: Change): void {
    if (change.by !== undefined && change.by === me) return;
    recent.set([...recent.get(), change].slice(-MOST_RECENT));
    const missing = isAway();
    if (missing) missed.add(change);
    for (const run of listeners) run(change, missing);
  }

  function comeBack(): void {
    cancel?.();
    cancel = undefined;
    if (isAway()) return;
    cancel = timers.later(RETURN_SETTLES_MS, () => {
      cancel = undefined;
      if (isAway()) return;
      const changes = missed.changes();
      if (changes.length > 0) away.set({ changes, more: missed.more() });
    });
  }

  const stops = [
    board.onNotesChanged((ids, own) => {
      for (const id of ids) {
        const [before, after] = [seen.get(id), board.note(id)];
        if (after === undefined) seen.delete(id);
        else seen.set(id, after);
        const change = own ? undefined : changeOf(id, before, after);
        if (change !== undefined) record(change);
      }
    }),
    model.connection.subscribe(comeBack),
    surroundings.onLeave(() => {
      hidden = true;
      keepLook(storage, model);
    }),
    surroundings.onWake(() => {
      hidden = typeof document !== 'undefined' && document.visibilityState === 'hidden';
      comeBack();
    }),
  ];
  for (const change of differencesWith(lastLook(storage, model), board.get(), model.isOwn))
    missed.add(change);
  if (missed.changes().length > 0) comeBack();

  return {
    recent,
    away,
    dismiss: () => {
      missed.clear();
      away.set(undefined);
    },
    onChange: (run) => {
      listeners.add(run);
      return () => listeners.delete(run);
    },
    stop: () => {
      keepLook(storage, model);
      cancel?.();
      for (const stop of stops) stop();
    },
  };
}

/** The zones in which something changed, for whoever wants to know of one alone. */
export function touches(change: Change, zone: ZoneId | undefined): boolean {
  return change.zone === zone || change.from === zone;
}
