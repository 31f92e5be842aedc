/**
 * When what others do is said aloud: gathered into one message, at most one in five seconds and so twelve a minute,
 * never while this person types, and only as far as they want to hear it. What is said is decided elsewhere.
 */
import type { ZoneId } from '@ruimte/shared/ids';
import { type Change, createTally } from './change-tally.ts';
import { type Changes, touches } from './changes.ts';
import type { Readable } from './readable.ts';
import type { Timers } from './timers.ts';

/** Nothing, only the space in which this person is, or everything. */
export type AnnounceLevel = 'off' | 'zone' | 'all';

export interface AnnouncingOptions {
  readonly changes: Pick<Changes, 'onChange' | 'away'>;
  readonly timers: Pick<Timers, 'now' | 'later'>;
  readonly level: Readable<AnnounceLevel>;
  /** The space in which this person is. */
  readonly zone: () => ZoneId | undefined;
  /** True while a field is open. */
  readonly typing: Readable<boolean>;
  /**
   * One message, for at least one change, one of each note.
   * @param message.more - changes on top of those that are known one by one.
   * @param message.away - it happened while this person was not looking.
   */
  readonly say: (message: {
    readonly changes: readonly Change[];
    readonly more: number;
    readonly away: boolean;
  }) => void;
}

/** At most one message in this time. */
const SAY_EVERY_MS = 5_000;
/** The first of a few things that happen together waits for the others. */
const GATHER_MS = 1_000;

/** @returns how to stop. */
export function startAnnouncing({
  changes,
  timers,
  level,
  zone,
  typing,
  say,
}: AnnouncingOptions): () => void {
  const tally = createTally();
  let away: { readonly changes: readonly Change[]; readonly more: number } | undefined;
  let saidAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;

  const isWanted = (change: Change): boolean =>
    level.get() === 'all' || (level.get() === 'zone' && touches(change, zone()));

  function plan(): void {
    if (cancel !== undefined) return;
    const wait = Math.max(GATHER_MS, saidAt + SAY_EVERY_MS - timers.now());
    cancel = timers.later(wait, () => {
      cancel = undefined;
      // The field closes, and then it is said.
      if (!typing.get()) speak();
    });
  }
  function speak(): void {
    if (away !== undefined) {
      const wanted = away.changes.filter(isWanted);
      const { more } = away;
      away = undefined;
      if (tally.changes().length > 0) plan();
      return utter(wanted, level.get() === 'all' ? more : 0, true);
    }
    const wanted = tally.changes().filter(isWanted);
    const more = level.get() === 'all' ? tally.more() : 0;
    tally.clear();
    utter(wanted, more, false);
  }
  function utter(wanted: readonly Change[], more: number, wasAway: boolean): void {
    if (wanted.length === 0) return;
    saidAt = timers.now();
    say({ changes: wanted, more, away: wasAway });
  }
  const stops = [
    changes.onChange((change, missed) => {
      if (missed || !isWanted(change)) return;
      tally.add(change);
      plan();
    }),
    changes.away.subscribe(() => {
      away = changes.away.get();
      if (away !== undefined) plan();
    }),
    typing.subscribe(() => {
      if (!typing.get() && (away !== undefined || tally.changes().length > 0)) plan();
    }),
  ];
  return () => {
    cancel?.();
    for (const stop of stops) stop();
  };
}
